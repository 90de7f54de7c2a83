/// One worker's memory: the arena of activations and gradients, and scratch for the attention. Reused step after step.
final class Workspace {
  let program: Program
  let tokens: Int
  let sequences: Int
  /// The most tokens of a sequence.
  let longest: Int
  private let offsets: [Int]
  private let arena: FloatBuffer
  let scratch: FloatBuffer
  /// Kept only where somebody asked where the time goes.
  var times: InstructionTimes?

  /// For batches of at most so many tokens and sequences, none longer than `longest` tokens.
  init(_ program: Program, tokens: Int, sequences: Int, longest: Int) {
    let plan = ArenaPlan(program, tokens: tokens, sequences: sequences)
    self.program = program
    self.tokens = tokens
    self.sequences = sequences
    self.longest = longest
    offsets = plan.offsets
    arena = FloatBuffer(count: plan.count)
    scratch = FloatBuffer(count: program.scratchCount(longest: longest))
  }

  subscript(buffer: Int) -> UnsafeMutablePointer<Float> { arena.pointer + offsets[buffer] }

  func rowCount(of buffer: Int, in batch: Batch) -> Int {
    program.buffers[buffer].rows.count(tokens: batch.tokenCount, sequences: batch.sequenceCount)
  }

  /// `[answers, outputs]`, after a forward pass.
  func predictions(of batch: Batch) -> [Float] {
    let count = rowCount(of: program.predictions, in: batch) * program.outputs
    return Array(UnsafeBufferPointer(start: self[program.predictions], count: count))
  }
}
