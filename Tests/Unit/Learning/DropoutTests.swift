import Seeds
import Testing

@testable import Learning

@Suite struct DropoutTests {
  private let seed = Seed(root: 21)

  private func model(_ order: NormOrder = .pre, _ dropout: Dropout = Dropout(probability: 0.3)) -> Encoder {
    var shape = ReferenceModel.encoder(order).shape
    shape.dropout = dropout
    return Encoder(shape)
  }

  private func trainer(
    _ model: Encoder, seed: Seed? = nil, from state: TrainingState? = nil
  ) -> Trainer {
    let recipe = Recipe(
      steps: 9, batchSize: 13, shardCount: 5, optimizer: .adam(), schedule: .constant(3e-3))
    return Trainer(
      Program(model, for: .learning), recipe, on: ReferenceModel.Source(),
      from: state ?? TrainingState(parameters: ReferenceModel.parameters(of: model)), maximumWorkers: 8,
      dropoutSeed: seed ?? self.seed)
  }

  @Test(arguments: [false, true])
  func theNumberOfWorkersDoesNotReachANumber(isShared: Bool) throws {
    let model = model(.post, Dropout(probability: 0.1, isSharedOverTokens: isShared))
    let (alone, together) = (trainer(model), trainer(model))
    try alone.advance(by: 9, workers: 1)
    try together.advance(by: 9, workers: 3)
    #expect(alone.state == together.state)
  }

  @Test func aRunThatStoppedAndWentOnEndsWithTheSameBits() throws {
    let model = model()
    let (whole, first) = (trainer(model), trainer(model))
    try whole.advance(by: 9, workers: 1)
    try first.advance(by: 4, workers: 2)
    let second = trainer(model, from: first.state)
    try second.advance(by: 5, workers: 1)
    #expect(second.state == whole.state)
  }

  @Test func anotherSeedOrNoDropoutIsAnotherRun() throws {
    let runs = [trainer(model()), trainer(model(), seed: Seed(root: 22)), trainer(model(.pre, .none))]
    for run in runs { try run.advance(by: 1, workers: 1) }
    #expect(Set(runs.map(\.lastLoss)).count == 3)
  }

  @Test func slicesOfAShardDoNotReachAGradient() {
    let program = Program(model(), for: .learning)
    let parameters = FloatBuffer(ReferenceModel.parameters(of: model()))
    let packed = PackedWeights(program)
    packed.pack(parameters)
    func gradients(sequences: Int) -> [Float] {
      let gradients = FloatBuffer(count: program.layout.count)
      _ = Worker(program, ReferenceModel.Source(), sequences: sequences).loss(
        20..<33, parameters, packed, dropoutSeed: seed, gradients: gradients.pointer)
      return gradients.values
    }
    #expect(gradients(sequences: 1) == gradients(sequences: 13))
  }

  @Test(arguments: [NormOrder.post, .pre], [false, true])
  func whatAnExampleLosesDoesNotDependOnTheOthersInTheBatch(order: NormOrder, isShared: Bool) {
    let model = model(order, Dropout(probability: 0.3, isSharedOverTokens: isShared))
    let together = predictions(model, 0..<5)
    #expect(together == (0..<5).flatMap { predictions(model, $0..<$0 + 1) })
    #expect(predictions(model, 5..<10) != together)  // the same sequences under other numbers
  }

  @Test func whatATokenLosesDoesNotDependOnTheReadout() {
    var shape = model().shape
    shape.readout = .everyToken
    let every = predictions(Encoder(shape), 2..<3)
    #expect(every.count == 7)
    #expect(predictions(model(), 2..<3) == every.suffix(1))
  }

  @Test(arguments: [NormOrder.post, .pre])
  func aModelThatAnswersDropsNothing(order: NormOrder) {
    let parameters = ReferenceModel.parameters(of: model(order))
    let with = Predictor(model(order), parameters: parameters).predictions(for: 0..<5, of: ReferenceModel.Source())
    let without = Predictor(model(order, .none), parameters: parameters)
    #expect(with == without.predictions(for: 0..<5, of: ReferenceModel.Source()))
  }

  @Test(arguments: [false, true])
  func theFirstDropoutsZerosAreSharedOverTokensOnlyIfAskedFor(isShared: Bool) {
    let zeros = firstZeros(Dropout(probability: 0.3, isSharedOverTokens: isShared))
    let third = (0..<7).map { zeros[4 + $0] }  // the third sequence has seven tokens, after three and one
    #expect(Set(third).count == (isShared ? 1 : 7))
    #expect(Set(zeros).count == (isShared ? 5 : zeros.count))
  }

  @Test func gradientsAreTheSlopeOfTheLossWithTheSameFeaturesDropped() {
    let model = model()
    let parameters = ReferenceModel.parameters(of: model)
    let gradient = loss(model, parameters).gradient
    let length = gradient.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let step = 1e-3
    let moved = [step, -step].map { step in
      loss(model, zip(parameters, gradient).map { Float(Double($0) + step * $1 / length) }).loss
    }
    let slope = (moved[0] - moved[1]) / (2 * step)
    // A loss of some twenty, kept to 1e-6 of itself, over two steps is 1e-2; the slope is some tens. What the loss bends
    // is of the third order in the step.
    #expect(abs(slope - length) < 1e-3 * length)
    #expect(length > 1)
  }

  private func loss(_ model: Encoder, _ parameters: [Float]) -> (loss: Double, gradient: [Double]) {
    let probe = Probe(model, parameters, ReferenceModel.Source())
    var batch = Batch(idsPerToken: 2)
    ReferenceModel.Source().append(0..<5, to: &batch)
    let gradients = FloatBuffer(count: model.layout.count)
    let sum = executor(probe, batch).loss(batch, gradients: gradients.pointer)
    return (sum.mean, gradients.values.map { Double($0) / sum.weight })
  }

  private func predictions(_ model: Encoder, _ examples: Range<Int>) -> [Float] {
    let probe = Probe(model, ReferenceModel.parameters(of: model), ReferenceModel.Source())
    var batch = Batch(idsPerToken: 2)
    ReferenceModel.Source().append(examples, to: &batch)
    batch.firstExample = examples.lowerBound
    let executor = executor(probe, batch)
    executor.forward(batch)
    return executor.workspace.predictions(of: batch)
  }

  /// By token of the batch: which features of its embedding are zero.
  private func firstZeros(_ dropout: Dropout) -> [[Bool]] {
    let model = model(.pre, dropout)
    let probe = Probe(model, ReferenceModel.parameters(of: model), ReferenceModel.Source())
    var batch = Batch(idsPerToken: 2)
    ReferenceModel.Source().append(0..<5, to: &batch)
    let executor = executor(probe, batch)
    executor.forward(batch)
    for case let dropped as Dropout.Applied in probe.program.forward where dropped.number == 0 {
      let values = executor.workspace[dropped.output]
      return (0..<batch.tokenCount).map { token in (0..<14).map { values[14 * token + $0] == 0 } }
    }
    return []
  }

  private func executor(_ probe: Probe, _ batch: Batch) -> Executor {
    let workspace = Workspace(
      probe.program, tokens: batch.tokenCount, sequences: batch.sequenceCount, longest: batch.longest)
    return Executor(
      workspace: workspace, parameters: probe.parameters.pointer, packed: probe.packed, dropoutSeed: seed)
  }
}
