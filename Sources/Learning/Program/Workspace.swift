/// One worker's memory: the arena of activations and gradients, and scratch for the attention. Reused step after step.
final class Workspace {
  let program: Program
  let tokens: Int
  let sequences: Int
  /// The most tokens of a sequence.
  let longest: Int
  /// What buffers have rows of.
  private let rowKinds: [Rows]
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
    rowKinds = Array(Set(program.buffers.map(\.rows)))  // whatever their order: all must fit
    offsets = plan.offsets
    arena = FloatBuffer(count: plan.count)
    scratch = FloatBuffer(count: program.scratchCount(longest: longest))
  }

  subscript(buffer: Int) -> UnsafeMutablePointer<Float> { arena.pointer + offsets[buffer] }

  /// Whether every buffer has its rows, and scratch its longest sequence. Of some kinds of rows there are more where fewer
  /// sequences share the tokens.
  func hasRoom(for batch: Batch, longest: Int) -> Bool {
    let (tokens, sequences) = (batch.tokenCount, batch.sequenceCount)
    return tokens <= self.tokens && sequences <= self.sequences && longest <= self.longest
      && rowKinds.allSatisfy {
        $0.count(tokens: tokens, sequences: sequences) <= $0.count(tokens: self.tokens, sequences: self.sequences)
      }
  }

  func rowCount(of buffer: Int, in batch: Batch) -> Int {
    program.buffers[buffer].rows.count(tokens: batch.tokenCount, sequences: batch.sequenceCount)
  }

  /// `[answers, outputs]`, after a forward pass.
  func predictions(of batch: Batch) -> [Float] {
    let count = rowCount(of: program.predictions, in: batch) * program.outputs
    return Array(UnsafeBufferPointer(start: self[program.predictions], count: count))
  }
}
