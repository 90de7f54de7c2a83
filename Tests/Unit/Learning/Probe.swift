@testable import Learning

/// A model, its parameters and one batch, opened up: what unit tests look at.
struct Probe {
  let program: Program
  let parameters: FloatBuffer
  let packed: PackedWeights
  let source: any ExampleSource

  init(_ model: some Model, _ values: [Float], _ source: any ExampleSource) {
    program = Program(model, for: .learning)
    parameters = FloatBuffer(values)
    packed = PackedWeights(program)
    packed.pack(parameters)
    self.source = source
  }

  /// Of the mean loss.
  func loss(of examples: Range<Int>) -> (predictions: [Double], loss: Double, gradients: [Double]) {
    var batch = Batch(idsPerToken: source.idsPerToken)
    source.append(examples, to: &batch)
    return loss(of: batch)
  }

  func loss(of batch: Batch) -> (predictions: [Double], loss: Double, gradients: [Double]) {
    let workspace = Workspace(
      program, tokens: batch.tokenCount, sequences: batch.sequenceCount, longest: batch.longest)
    let gradients = FloatBuffer(count: program.layout.count)
    let statistics = FloatBuffer(count: program.statistics.count)
    let executor = Executor(
      workspace: workspace, parameters: parameters.pointer, packed: packed, statistics: statistics.pointer)
    // Read before the way back, which may use their place for something else.
    executor.forward(batch)
    let predictions = workspace.predictions(of: batch).map(Double.init)
    let loss = executor.loss(batch, gradients: gradients.pointer)
    return (predictions, loss.mean, gradients.values.map { Double($0) / loss.weight })
  }
}
