/// Asks a trained model. Answers do not depend on what else is in the batch.
package struct Predictor {
  private static let sequencesAtOnce = 64
  private let program: Program
  private let parameters: FloatBuffer
  private let packed: PackedWeights

  package init(_ model: Encoder, parameters: [Float]) {
    precondition(
      parameters.count == model.layout.count,
      "The model has \(model.layout.count) parameters, not \(parameters.count).")
    program = Program(model, for: .answering)
    self.parameters = FloatBuffer(parameters)
    packed = PackedWeights(program)
    packed.pack(self.parameters)
  }

  /// `[answers, outputs]`, in the order of the indices.
  package func predictions(for examples: Range<Int>, of source: any ExampleSource) -> [Float] {
    let worker = Worker(program, source, sequences: Self.sequencesAtOnce)
    var predictions: [Float] = []
    predictions.reserveCapacity(examples.count * program.outputs)
    var next = examples.lowerBound
    while next < examples.upperBound {
      let end = min(next + Self.sequencesAtOnce, examples.upperBound)
      predictions += worker.predictions(next..<end, parameters, packed)
      next = end
    }
    return predictions
  }
}
