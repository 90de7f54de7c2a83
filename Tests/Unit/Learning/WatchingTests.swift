import Testing

@testable import Learning

@Suite struct WatchingTests {
  /// Keeps what it was lent.
  private final class Record: StepWatcher {
    struct Step {
      let number: Int
      let loss: Float
      let examples: Range<Int>
      let rate: Double
      let scale: Float
      let weight: Double
      let before, after, gradient: [Float]
    }

    private(set) var steps: [Step] = []

    func watch(_ step: WatchedStep) {
      steps.append(
        Step(
          number: step.number, loss: step.loss, examples: step.examples, rate: step.rate, scale: step.gradientScale,
          weight: step.weight, before: step.weightsBefore, after: step.weightsAfter, gradient: step.batchGradient))
    }
  }

  private static func trainer(_ optimizer: Optimizer, normLimit: Double? = nil) -> Trainer {
    WatchedNetwork.trainer(
      WatchedNetwork.recipe(optimizer, rate: 1e-3, steps: 7, batchSize: 12, shardCount: 3, normLimit: normLimit),
      on: WatchedNetwork.epochs(of: 48))
  }

  @Test(arguments: [1, 2], [Optimizer.adam(), .sgd(momentum: 0.9)])
  func watchingMovesNoBit(workers: Int, optimizer: Optimizer) throws {
    let (watched, alone) = (Self.trainer(optimizer, normLimit: 1), Self.trainer(optimizer, normLimit: 1))
    let record = Record()
    try watched.advance(by: 3, workers: workers, watchedBy: record)
    try watched.advance(by: 100, workers: workers, watchedBy: record)
    try alone.advance(by: 100, workers: workers)
    #expect(watched.state == alone.state)
    #expect(watched.isFinished && record.steps.map(\.number) == Array(0..<7))
    #expect(record.steps.map(\.loss) == alone.state.losses)
  }

  @Test func aStepBeginsWhereTheLastOneEnded() throws {
    let (trainer, record) = (Self.trainer(.adam()), Record())
    try trainer.advance(by: 7, workers: 1, watchedBy: record)
    #expect(record.steps.first?.before == WatchedNetwork.first)
    #expect(record.steps.last?.after == trainer.state.parameters)
    #expect(zip(record.steps, record.steps.dropFirst()).allSatisfy { $0.after == $1.before })
    #expect(record.steps.allSatisfy { $0.before != $0.after && $0.weight == 12 && $0.rate == 1e-3 })
    #expect(record.steps.map(\.examples) == (0..<7).map { 12 * $0..<12 * $0 + 12 })
  }

  /// Gradient descent by hand, from what was lent: the same bits.
  @Test(arguments: [nil, 0.5]) func theGradientIsTheOneThatTheOptimizerRead(normLimit: Double?) throws {
    let (trainer, record) = (Self.trainer(.sgd(), normLimit: normLimit), Record())
    try trainer.advance(by: 7, workers: 2, watchedBy: record)
    for step in record.steps {
      #expect(step.gradient.count == step.before.count)
      #expect(normLimit == nil ? step.scale == Float(1.0 / 12) : step.scale < Float(1.0 / 12))
      let after = zip(step.before, step.gradient).map { (-Float(step.rate)).addingProductOf($0, $1, step.scale) }
      #expect(after == step.after)
    }
  }

  @Test func aStepThatIsNotTakenIsNotLent() {
    var first = TrainingState(parameters: WatchedNetwork.first)
    for index in first.parameters.indices { first.parameters[index] = .infinity }
    let trainer = Trainer(
      Program(WatchedNetwork.model, for: .learning), WatchedNetwork.recipe(.sgd(), rate: 1e-3),
      on: WatchedNetwork.epochs(of: 48), from: first, maximumWorkers: 1)
    let record = Record()
    #expect(throws: TrainingProblem.self) { try trainer.advance(by: 1, workers: 1, watchedBy: record) }
    #expect(record.steps.isEmpty)
  }
}

extension Float {
  /// before + self x (gradient x scale), as the kernel rounds it.
  fileprivate func addingProductOf(_ before: Float, _ gradient: Float, _ scale: Float) -> Float {
    before.addingProduct(gradient * scale, self)
  }
}
