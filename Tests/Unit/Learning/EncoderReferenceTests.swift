import Testing

@testable import Learning

/// Forward, gradients and ten steps of training against PyTorch's own encoder in float64.
@Suite struct EncoderReferenceTests {
  /// Ours adds in float32: a sum of some hundred terms, a few layers deep, keeps about 5 digits in the worst element.
  /// The bound on each number is relative to the largest of its kind.
  private let relative = 1e-5

  @Test(arguments: [NormOrder.post, .pre])
  func predictionsLossAndGradientsAgreeWithPyTorch(order: NormOrder) throws {
    let reference = try ReferenceModel.named("\(order.rawValue)-norm")
    let model = ReferenceModel.encoder(order)
    #expect(model.layout.count == reference.gradients.count)

    let probe = Probe(model, ReferenceModel.parameters(of: model), ReferenceModel.Source())
    let found = probe.loss(of: 0..<5)
    expectClose(found.predictions, reference.predictions, relative)
    expectClose([found.loss], [reference.loss], relative)
    expectClose(found.gradients, reference.gradients, relative)
  }

  @Test(arguments: [NormOrder.post, .pre], ["adamL2", "adamW", "adamClipped"])
  func tenStepsFollowPyTorchs(order: NormOrder, optimizer: String) throws {
    let reference = try #require(ReferenceModel.named("\(order.rawValue)-norm").trajectories[optimizer])
    let model = ReferenceModel.encoder(order)
    let recipe = Recipe(
      steps: 10, batchSize: 5, shardCount: 2,
      optimizer: optimizer == "adamL2"
        ? .adam(weightDecay: ReferenceModel.decay)
        : optimizer == "adamW" ? .adamW(weightDecay: ReferenceModel.decay) : .adam(),
      schedule: .constant(ReferenceModel.learningRate),
      gradientNormLimit: optimizer == "adamClipped" ? ReferenceModel.normLimit : nil)
    let trainer = Trainer(
      Program(model, for: .learning), recipe, on: ReferenceModel.Source(),
      from: TrainingState(parameters: ReferenceModel.parameters(of: model)), maximumWorkers: 1)
    try trainer.advance(by: 10, workers: 1)

    // Adam divides by the gradient's own size, so where that is near zero float32 decides the direction: 1e-4.
    expectClose(trainer.state.losses.map(Double.init), reference.losses, 1e-4)
    let final = ReferenceModel.thatHaveGradients(trainer.state.parameters, of: model).map(Double.init)
    expectClose([final.reduce(0, +)], [reference.finalSum], 1e-3)
    expectClose([final.reduce(0) { $0 + $1 * $1 }], [reference.finalSumOfSquares], 1e-4)
  }

  private func expectClose(_ found: [Double], _ wanted: [Double], _ relative: Double) {
    let size = wanted.map(abs).max() ?? 0
    #expect(found.count == wanted.count)
    for (index, (found, wanted)) in zip(found, wanted).enumerated() where !(abs(found - wanted) <= relative * size) {
      Issue.record("Number \(index) is \(found), PyTorch's is \(wanted); allowed \(relative * size).")
      return
    }
  }
}
