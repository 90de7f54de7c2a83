import Seeds

/// What one thread needs to take shards: a batch to fill and a workspace to run it in.
final class Worker {
  private let source: any ExampleSource
  private let workspace: Workspace
  private let sequences: Int
  private var batch: Batch

  init(_ program: Program, _ source: any ExampleSource, sequences: Int) {
    self.source = source
    self.sequences = sequences
    workspace = Workspace(
      program, tokens: sequences * source.longest, sequences: sequences, longest: source.longest)
    batch = Batch(idsPerToken: source.idsPerToken)
  }

  /// Adds to `gradients` those of the summed loss of these examples, so many at once as the workspace has room for;
  /// returns the sum.
  func loss(
    _ examples: Range<Int>, _ parameters: FloatBuffer, _ packed: PackedWeights, dropoutSeed: Seed?,
    gradients: UnsafeMutablePointer<Float>
  ) -> LossSum {
    let executor = Executor(
      workspace: workspace, parameters: UnsafePointer(parameters.pointer), packed: packed, dropoutSeed: dropoutSeed)
    var sum = LossSum.zero
    for first in stride(from: examples.lowerBound, to: examples.upperBound, by: sequences) {
      fill(first..<min(first + sequences, examples.upperBound))
      sum += executor.loss(batch, gradients: gradients)
    }
    return sum
  }

  /// `[answers, outputs]`
  func predictions(_ examples: Range<Int>, _ parameters: FloatBuffer, _ packed: PackedWeights) -> [Float] {
    fill(examples)
    Executor(workspace: workspace, parameters: UnsafePointer(parameters.pointer), packed: packed).forward(batch)
    return workspace.predictions(of: batch)
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
