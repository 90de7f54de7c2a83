import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct MetricTests {
  let evaluation = Evaluation(
    split: "on-path", truths: [1, 2, 3, 4], predictions: [1.25, 2.5, 2, 4],
    attributes: [.init("n", [3, 8, 9, 15])])

  @Test func scoresAreMeansOverTheSlice() {
    #expect(Metric.squaredError.score(evaluation, .everything) == (0.0625 + 0.25 + 1) / 4)
    #expect(Metric.absoluteError.score(evaluation, .everything) == (0.25 + 0.5 + 1) / 4)
    // 2.5 rounds away from zero, to 3.
    #expect(Metric.roundedAccuracy.score(evaluation, .everything) == 0.5)
    #expect(Metric.squaredError.score(evaluation, .of("n", 8...9)) == 0.625)
    #expect(Metric.squaredError.terms(evaluation, .of("n", 8...9)) == [0.25, 1])
  }

  @Test(arguments: Metric.ofNumbers)
  func anEmptySliceIsNotAPerfectScore(metric: Metric) {
    #expect(metric.score(evaluation, .of("n", 16...20)).isNaN)
  }

  @Test(arguments: Metric.ofNumbers, [Float.nan, .infinity, -.infinity])
  func oneAnswerThatIsNotFiniteSpoilsTheScore(metric: Metric, answer: Float) {
    let diverged = Evaluation(split: "x", truths: [1, 2], predictions: [1, answer], attributes: [])
    #expect(metric.score(diverged, .everything).isNaN)
    let unlabelled = Evaluation(split: "x", truths: [1, answer], predictions: [1, 2], attributes: [])
    #expect(metric.score(unlabelled, .everything).isNaN)
  }

  @Test func betterIsTheMetricsOwnDirection() {
    #expect(Metric.squaredError.isBetter(0.1, than: 0.2) && !Metric.squaredError.isBetter(0.2, than: 0.2))
    #expect(Metric.roundedAccuracy.isBetter(0.9, than: 0.8) && !Metric.roundedAccuracy.isBetter(0.8, than: 0.9))
    for metric in Metric.ofNumbers {
      #expect(metric.isBetter(metric.best, than: metric.worst))
      #expect(!metric.isBetter(.nan, than: metric.worst) && !metric.isBetter(metric.best, than: .nan))
      #expect(metric.better(metric.worst, metric.best) == metric.best)
      #expect(metric.better(.nan, metric.best).isNaN && metric.better(metric.best, .nan).isNaN)
    }
  }

  @Test func namesArePrintedAsWords() throws {
    #expect(
      Metric.ofNumbers.map(\.printedName) == ["squared error", "absolute error", "rounded accuracy", "exact match"])
    let ofFamilies: [Metric] = [
      .exactPath, .shortestPath, .validPath, .reachedTarget, .firstCell, .legalSteps, .rightForks, .sampledAccuracy,
      .greedyAccuracy,
    ]
    #expect(Set((Metric.ofNumbers + ofFamilies).map(\.optionName)).count == 13)
    #expect(try ofFamilies.named("right-forks") == .rightForks)
  }
}

/// Metrics that are a column of the evaluation.
@Suite struct PathMetricTests {
  private let evaluation = Evaluation(
    split: "x", truths: [3, 5, 7], predictions: [0, 0, 0],
    attributes: [.init("exact", [1, 0, 0]), .init("shortest", [1, 1, 0]), .init("steps", [3, 5, 7])])

  @Test func theyAreTheSharesOfTheirColumns() {
    #expect(Metric.exactPath.score(evaluation, .everything) == 1.0 / 3)
    #expect(Metric.shortestPath.score(evaluation, .everything) == 2.0 / 3)
    #expect(Metric.shortestPath.score(evaluation, .of("steps", 5...7)) == 0.5)
    #expect(Metric.exactPath.score(evaluation, .of("steps", 9...9)).isNaN)
    #expect(!Metric.exactPath.lowerIsBetter && Metric.exactPath.best == 1)
  }

  /// Of a path that was read from what is no number, a column still says something. It is not the model's.
  @Test(arguments: [Metric.exactPath, .shortestPath], [Float.nan, .infinity])
  func aDivergedModelScoresNothing(metric: Metric, answer: Float) {
    let diverged = evaluation.answered([0, answer, 0])
    #expect(metric.score(diverged, .everything).isNaN)
    #expect(metric.score(diverged, .of("steps", 7...7)) == metric.score(evaluation, .of("steps", 7...7)))
    // The floor is not the model's either.
    let walk = TrivialPredictor.attribute("shortest", label: "walk")
    #expect(walk.score(on: diverged, metric: metric, slice: .everything) == 2.0 / 3)
  }

  @Test func aTrivialPredictorIsAColumnToo() {
    let walk = TrivialPredictor.attribute("shortest", label: "walk")
    #expect(walk.score(on: evaluation, metric: .exactPath, slice: .everything) == 2.0 / 3)
  }
}
