import Seeds
import Testing

@testable import Learning

/// Batch norm and averages in a whole model.
@Suite struct BatchNormModelTests {
  typealias Rule = BatchNormReference.Rule
  private let source = BatchNormReference.Source()

  private func trainer(
    _ model: Encoder, _ recipe: Recipe = BatchNormReference.recipe, from state: TrainingState? = nil,
    maximumWorkers: Int = 1
  ) -> Trainer {
    let first = TrainingState(
      parameters: ReferenceModel.parameters(of: model), statistics: model.firstStatistics)
    return Trainer(
      Program(model, for: .learning), recipe, on: source, from: state ?? first, maximumWorkers: maximumWorkers,
      dropoutSeed: Seed(root: 4))
  }

  @Test(arguments: Rule.allCases)
  func gradientsStatisticsAndAnswersAgreeWithPyTorch(_ rule: Rule) throws {
    let reference = try BatchNormReference.of(rule)
    let model = BatchNormReference.encoder(rule)
    #expect(model.layout.count == reference.gradients.count && model.statistics.count == reference.statistics.count)
    let found = Probe(model, ReferenceModel.parameters(of: model), source).loss(of: 0..<5)
    // Float32 sums of some hundred terms, a few layers deep: 5 digits of the largest (see EncoderReferenceTests).
    expectClose(found.predictions.map(Float.init), reference.predictions, within: 1e-5 * largest(reference.predictions))
    expectClose(found.gradients.map(Float.init), reference.gradients, within: 1e-5 * largest(reference.gradients))

    // Ten steps of descent carry a relative error of 1e-5 ten times on; 1e-4 holds them all.
    let trainer = trainer(model)
    try trainer.advance(by: 10, workers: 1)
    let state = trainer.state
    let averages = try #require(state.averages)
    expectClose(state.losses, reference.losses, within: 1e-4 * largest(reference.losses))
    expectClose(state.statistics, reference.statistics, within: 1e-4 * largest(reference.statistics))
    expectClose(averages.statistics, reference.averagedStatistics, within: 1e-4 * largest(reference.statistics))
    let last = Predictor(model, parameters: state.parameters, statistics: state.statistics)
    expectClose(last.predictions(for: 0..<5, of: source), reference.answers, within: 1e-4 * largest(reference.answers))
    let averaged = Predictor(model, averages).predictions(for: 0..<5, of: source)
    expectClose(averaged, reference.averagedAnswers, within: 1e-4 * largest(reference.averagedAnswers))
    #expect(state.outcome == averages)
  }

  @Test func aRunThatStoppedAndWentOnEndsWithTheSameBits() throws {
    let model = BatchNormReference.encoder(.amplification, Dropout(probability: 0.1))
    let (whole, first) = (trainer(model, maximumWorkers: 3), trainer(model))
    try whole.advance(by: 10, workers: 3)
    try first.advance(by: 4, workers: 1)
    let kept = try TrainingState(
      bytes: first.state.bytes, parameterCount: model.layout.count, statisticCount: model.statistics.count)
    #expect(kept == first.state)
    let second = trainer(model, from: kept)
    try second.advance(by: 6, workers: 1)
    #expect(second.state == whole.state)
  }

  @Test func averagesChangeNothingElse() throws {
    var recipe = BatchNormReference.recipe
    recipe.averaging = nil
    let model = BatchNormReference.encoder(.pyTorch)
    let (with, without) = (trainer(model), trainer(model, recipe))
    try with.advance(by: 3, workers: 1)
    try without.advance(by: 3, workers: 1)
    #expect(with.state.parameters == without.state.parameters && without.state.averages == nil)
    #expect(with.state.averages?.parameters != with.state.parameters)
    #expect(
      without.state.outcome == ModelValues(parameters: without.state.parameters, statistics: without.state.statistics))
  }

  @Test func theFirstAverageIsTheFirstStepsOutcomeToTheBit() throws {
    let model = BatchNormReference.encoder(.pyTorch)
    let trainer = trainer(model)
    #expect(trainer.state.averages == nil)
    try trainer.advance(by: 1, workers: 1)
    let state = trainer.state
    #expect(state.averages == ModelValues(parameters: state.parameters, statistics: state.statistics))
  }

  @Test func anAnswerDoesNotDependOnItsCompany() throws {
    let model = BatchNormReference.encoder(.pyTorch)
    let trainer = trainer(model)
    try trainer.advance(by: 2, workers: 1)
    let predictor = Predictor(model, trainer.state.outcome)
    let together = predictor.predictions(for: 0..<5, of: source, workers: 2)
    #expect(together == (0..<5).flatMap { predictor.predictions(for: $0..<$0 + 1, of: source) })
  }

  @Test func aStepThatDivergedLeavesStatisticsAndAveragesAlone() throws {
    let model = BatchNormReference.encoder(.pyTorch)
    let first = trainer(model)
    try first.advance(by: 2, workers: 1)
    var state = first.state
    state.parameters[model.layout["head.bias"]!.offset] = .infinity
    let second = trainer(model, from: state)
    #expect(throws: TrainingProblem.self) { try second.advance(by: 1, workers: 1) }
    #expect(second.state == state)
  }

  @Test func aBatchInPartsOrWithoutItsStatisticsIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) {
      var recipe = BatchNormReference.recipe
      recipe.shardCount = 2
      _ = BatchNormModelTests().trainer(BatchNormReference.encoder(.pyTorch), recipe)
    }
    await #expect(processExitsWith: .failure) {
      let model = BatchNormReference.encoder(.pyTorch)
      let state = TrainingState(parameters: ReferenceModel.parameters(of: model))
      _ = BatchNormModelTests().trainer(model, from: state)
    }
    await #expect(processExitsWith: .failure) {
      let model = BatchNormReference.encoder(.pyTorch)
      _ = Predictor(model, parameters: ReferenceModel.parameters(of: model))
    }
    await #expect(processExitsWith: .failure) {
      let model = BatchNormReference.encoder(.pyTorch)
      var state = TrainingState(
        parameters: ReferenceModel.parameters(of: model), statistics: model.firstStatistics)
      state.losses = [1]  // a step that was taken, and no average of it
      _ = BatchNormModelTests().trainer(model, from: state)
    }
  }

  @Test func aStateOfAnotherModelIsRefused() throws {
    let model = BatchNormReference.encoder(.pyTorch)
    let trainer = trainer(model)
    try trainer.advance(by: 1, workers: 1)
    let bytes = trainer.state.bytes
    let (parameters, statistics) = (model.layout.count, model.statistics.count)
    for (parameterCount, statisticCount) in [
      (parameters, statistics - 1), (parameters, 0), (parameters + 1, statistics),
    ] {
      #expect(throws: TrainingProblem.self) {
        try TrainingState(bytes: bytes, parameterCount: parameterCount, statisticCount: statisticCount)
      }
    }
    var twice = bytes
    twice[32] = 2  // averages: none or one
    #expect(throws: TrainingProblem.self) {
      try TrainingState(bytes: twice, parameterCount: parameters, statisticCount: statistics)
    }
  }

  private func largest(_ values: [Double]) -> Double { values.map(abs).max() ?? 0 }
}
