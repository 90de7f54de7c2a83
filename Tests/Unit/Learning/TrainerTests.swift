import Seeds
import Testing

@testable import Learning

@Suite struct TrainerTests {
  /// Sequences of 1 to 6 tokens; the answer is how many different first ids there are.
  private struct CountSource: ExampleSource {
    let idsPerToken = 2
    let longest = 6
    let seed = Seed(root: 11)

    func append(_ indices: Range<Int>, to batch: inout Batch) {
      for index in indices {
        var generator = seed.child(index).generator()
        let ids = (0..<2 * Draw.integer(in: 1...6, using: &generator)).map { _ in
          Int32(Draw.integer(in: 1...16, using: &generator))
        }
        let different = Set(stride(from: 0, to: ids.count, by: 2).map { ids[$0] }).count
        batch.append(ids: ids, targets: [Float(different)])
      }
    }
  }

  private let model = ReferenceModel.encoder(.post)

  private func trainer(
    steps: Int = 12, rate: Double = 3e-3, from state: TrainingState? = nil
  ) -> Trainer {
    let recipe = Recipe(
      steps: steps, batchSize: 13, shardCount: 5,
      optimizer: .adamW(weightDecay: 0.01),
      schedule: .warmupCosine(peak: rate, warmup: 3, end: 0), gradientNormLimit: 1)
    let first = TrainingState(parameters: model.layout.initialValues(seed: Seed(root: 3)))
    return Trainer(
      Program(model, for: .learning), recipe, on: CountSource(), from: state ?? first,
      maximumWorkers: 8)
  }

  @Test(arguments: [2, 3, 5, 64])
  func theNumberOfWorkersDoesNotReachANumber(workers: Int) throws {
    let alone = trainer()
    let together = trainer()
    try alone.advance(by: 12, workers: 1)
    try together.advance(by: 12, workers: workers)
    #expect(alone.state == together.state)
  }

  /// So large that packing, summing and updating are shared too: 51,000 parameters are four parts, the last one shorter.
  @Test(arguments: [2, 3])
  func norInAModelWhoseWeightsAreShared(workers: Int) throws {
    var shape = model.shape
    (shape.width, shape.hiddenWidth) = (62, 127)
    let model = Encoder(shape)
    #expect(model.layout.count > 49_152)
    func state(_ workers: Int) throws -> TrainingState {
      let trainer = Trainer(
        Program(model, for: .learning),
        Recipe(
          steps: 3, batchSize: 13, shardCount: 5, optimizer: .adamW(weightDecay: 0.01), schedule: .constant(3e-3),
          gradientNormLimit: 1),
        on: CountSource(), from: TrainingState(parameters: model.layout.initialValues(seed: Seed(root: 3))),
        maximumWorkers: 8)
      try trainer.advance(by: 3, workers: workers)
      return trainer.state
    }
    #expect(try state(workers) == state(1))
  }

  @Test func aRunThatStoppedAndWentOnEndsWithTheSameBits() throws {
    let whole = trainer()
    try whole.advance(by: 12, workers: 1)
    let first = trainer()
    try first.advance(by: 5, workers: 3)
    let kept = try TrainingState(bytes: first.state.bytes, parameterCount: model.layout.count)
    let second = trainer(from: kept)
    try second.advance(by: 100, workers: 2)
    #expect(second.isFinished)
    #expect(second.state == whole.state)
  }

  @Test func itLearns() throws {
    let trainer = trainer(steps: 400)
    try trainer.advance(by: 400, workers: 2)
    let losses = trainer.state.losses
    // Always answering the mean leaves the variance, about 2.5.
    #expect(losses.prefix(10).reduce(0, +) / 10 > 4)
    #expect(losses.suffix(50).reduce(0, +) / 50 < 1.5)
  }

  @Test func aLossThatIsNotANumberStopsTheRunByName() throws {
    var state = TrainingState(parameters: model.layout.initialValues(seed: Seed(root: 3)))
    state.parameters[0] = .nan
    for index in state.parameters.indices { state.parameters[index] = .infinity }
    let trainer = trainer(from: state)
    #expect(throws: TrainingProblem.self) { try trainer.advance(by: 1, workers: 1) }
    #expect(trainer.step == 0)
  }

  /// A last norm that multiplies by zero answers the bias, whatever comes; and the way back multiplies the largest float.
  private func steep(_ steps: Int, limit: Double?) -> Trainer {
    var values = model.layout.initialValues(seed: Seed(root: 3))
    for name in ["blocks.1.norm2.scale", "blocks.1.norm2.shift"] {
      for place in model.layout[name]!.range { values[place] = 0 }
    }
    for place in model.layout["head.weight"]!.range { values[place] = .greatestFiniteMagnitude }
    let recipe = Recipe(
      steps: steps, batchSize: 13, shardCount: 5, optimizer: .sgd(), schedule: .constant(1e-3), gradientNormLimit: limit
    )
    return Trainer(
      Program(model, for: .learning), recipe, on: CountSource(), from: TrainingState(parameters: values),
      maximumWorkers: 2)
  }

  /// No later loss would tell.
  @Test(arguments: [(1, nil), (1, 0.5), (9, 0.5)])
  func aGradientThatIsNotFiniteStopsTheRunByName(_ steps: Int, _ limit: Double?) throws {
    let trainer = steep(steps, limit: limit)
    let before = trainer.state
    #expect {
      try trainer.advance(by: steps, workers: 2)
    } throws: {
      guard case TrainingProblem.divergedGradient(step: 0, let norm) = $0 else { return false }
      return !norm.isFinite && "\($0)".hasPrefix("The gradient's norm became")
    }
    #expect(trainer.state == before)
  }

  /// Where the norm is not asked for, the next loss tells.
  @Test func withoutALimitTheNextLossTells() throws {
    let trainer = steep(2, limit: nil)
    #expect {
      try trainer.advance(by: 2, workers: 1)
    } throws: {
      if case TrainingProblem.diverged(step: 1, _) = $0 { true } else { false }
    }
  }

  private struct Weightless: ExampleSource {
    let idsPerToken = 1
    let longest = 3

    func append(_ indices: Range<Int>, to batch: inout Batch) {
      // In the second step nothing counts.
      for index in indices {
        batch.append(ids: [1, 2, 3], classes: [0, 1, 2], weights: [0, index == 3 ? 1 : 0, 0])
      }
    }
  }

  @Test func aBatchOfWhichNothingCountsIsNotTheLearningRatesFault() throws {
    let model = CausalReference.encoder
    let trainer = Trainer(
      Program(model, for: .learning),
      Recipe(steps: 2, batchSize: 4, shardCount: 2, optimizer: .adam(), schedule: .constant(1e-3)), on: Weightless(),
      from: TrainingState(parameters: model.layout.initialValues(seed: Seed(root: 3))), maximumWorkers: 1)
    #expect(throws: TrainingProblem.weightless(step: 1)) { try trainer.advance(by: 2, workers: 1) }
    #expect(trainer.step == 1)
    #expect("\(TrainingProblem.weightless(step: 1))".contains("has weight 0"))
  }

  @Test func aStateThatIsNotWholeIsRefused() throws {
    let trainer = trainer()
    try trainer.advance(by: 2, workers: 1)
    let bytes = trainer.state.bytes
    for length in [0, 1, 15, 16, 47, 48, bytes.count - 4, bytes.count - 1] {
      #expect(throws: TrainingProblem.self) {
        try TrainingState(bytes: Array(bytes.prefix(length)), parameterCount: model.layout.count)
      }
    }
    #expect(throws: TrainingProblem.self) { try TrainingState(bytes: bytes + [0], parameterCount: model.layout.count) }
    #expect(throws: TrainingProblem.self) { try TrainingState(bytes: bytes, parameterCount: model.layout.count + 1) }
    var huge = bytes
    for index in 40..<48 { huge[index] = 0xff }
    #expect(throws: TrainingProblem.self) { try TrainingState(bytes: huge, parameterCount: model.layout.count) }
  }

  @Test func everyExampleOfABatchIsInExactlyOneShard() {
    let recipe = Recipe(steps: 3, batchSize: 13, shardCount: 5, optimizer: .adam(), schedule: .constant(1))
    let examples = (0..<3).flatMap { step in
      (0..<5).flatMap { Array(recipe.examples(step: step, shard: $0)) }
    }
    #expect(examples == Array(0..<39))
  }
}
