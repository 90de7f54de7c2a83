import Seeds

/// What one thread needs to take shards: a batch to fill and a workspace to run it in. It runs its examples in slices,
/// so that activations stay in cache; every gradient is one chain of sums over the tokens in order, which slices do not
/// cut. Only batch norm needs all rows at once.
final class Worker {
  private let source: any ExampleSource
  private let workspace: Workspace
  private let sequencesAtOnce: Int
  private var batch: Batch

  /// For shards of at most so many sequences.
  init(_ program: Program, _ source: any ExampleSource, sequences: Int) {
    self.source = source
    sequencesAtOnce =
      program.batchNorms.isEmpty ? min(sequences, program.sequencesAtOnce(longest: source.longest)) : sequences
    workspace = Workspace(
      program, tokens: sequencesAtOnce * source.longest, sequences: sequencesAtOnce, longest: source.longest)
    batch = Batch(idsPerToken: source.idsPerToken)
  }

  var times: InstructionTimes? {
    get { workspace.times }
    set { workspace.times = newValue }
  }

  /// Adds to `gradients` those of the summed loss of these examples; returns the sum. Batch norms leave what they measured
  /// in `statistics`.
  func loss(
    _ examples: Range<Int>, _ parameters: FloatBuffer, _ packed: PackedWeights, dropoutSeed: Seed?,
    statistics: FloatBuffer? = nil, gradients: UnsafeMutablePointer<Float>
  ) -> LossSum {
    let executor = Executor(
      workspace: workspace, parameters: UnsafePointer(parameters.pointer), packed: packed, dropoutSeed: dropoutSeed,
      statistics: statistics?.pointer)
    var loss = LossSum.zero
    for slice in slices(of: examples) {
      fill(slice)
      loss += executor.loss(batch, gradients: gradients)
    }
    return loss
  }

  /// `[answers, outputs]`
  func predictions(
    _ examples: Range<Int>, _ parameters: FloatBuffer, _ packed: PackedWeights, statistics: FloatBuffer
  ) -> [Float] {
    let executor = Executor(
      workspace: workspace, parameters: UnsafePointer(parameters.pointer), packed: packed,
      statistics: statistics.pointer)
    var predictions: [Float] = []
    for slice in slices(of: examples) {
      fill(slice)
      executor.forward(batch)
      predictions += workspace.predictions(of: batch)
    }
    return predictions
  }

  private func slices(of examples: Range<Int>) -> some Sequence<Range<Int>> {
    stride(from: examples.lowerBound, to: examples.upperBound, by: sequencesAtOnce).lazy.map {
      [sequencesAtOnce] in $0..<min($0 + sequencesAtOnce, examples.upperBound)
    }
  }

  private func fill(_ examples: Range<Int>) {
    batch.removeAll()
    batch.firstExample = examples.lowerBound
    source.append(examples, to: &batch)
    precondition(
      batch.sequenceCount == examples.count,
      "The source gave \(batch.sequenceCount) examples where \(examples.count) were asked for.")
  }
}
