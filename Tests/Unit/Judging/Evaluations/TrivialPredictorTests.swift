import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct TrivialPredictorTests {
  let evaluation = Evaluation(
    split: "on-path", truths: [1, 1, 2, 8], predictions: [0, 0, 0, 0],
    attributes: [.init("d12", [1, 1, 3, 8]), .init("n", [3, 3, 3, 15])])

  func score(_ predictor: TrivialPredictor, _ metric: Metric, _ slice: Slice = .everything) -> Double {
    predictor.score(on: evaluation, metric: metric, slice: slice)
  }

  @Test func theBestConstantScoresTheVariance() {
    // Mean 3, squares 4 + 4 + 1 + 25.
    #expect(score(.bestConstant, .squaredError) == 8.5)
    // Of the slice asked, not of the split: 1, 1 and 2.
    #expect(agree(score(.bestConstant, .squaredError, .of("n", 3...3)), 2.0 / 9, within: 1e-15))
  }

  @Test func theBestConstantIsTheMetricsOwn() {
    // The median 2 (or 1), and the commonest truth 1.
    #expect(score(.bestConstant, .absoluteError) == 2)
    #expect(score(.bestConstant, .roundedAccuracy) == 0.5)
  }

  @Test(arguments: Metric.ofNumbers)
  func noConstantBeatsTheBest(metric: Metric) {
    let best = score(.bestConstant, metric)
    for eighth in -8...80 {
      #expect(!metric.isBetter(score(.constant(Double(eighth) / 8), metric), than: best), "\(eighth) / 8")
    }
  }

  @Test func aColumnIsRepeated() {
    let predictor = TrivialPredictor.attribute("d12", label: "always d(1,2)")
    #expect(score(predictor, .squaredError) == 0.25)
    #expect(score(predictor, .roundedAccuracy, .of("n", 15...15)) == 1)
    #expect(predictor.label == "always d(1,2)")
  }

  @Test(arguments: [TrivialPredictor.bestConstant, .constant(3), .attribute("d12", label: "d")])
  func anEmptySliceHasNoFloor(predictor: TrivialPredictor) {
    for metric in Metric.ofNumbers { #expect(score(predictor, metric, .of("n", 99...99)).isNaN) }
  }

  @Test func theHardestToBeatIsFoundByDirection() {
    let scores = [
      TrivialScore(predictor: .bestConstant, score: 0.5), TrivialScore(predictor: .constant(1), score: 0.25),
      TrivialScore(predictor: .constant(2), score: 0.75), TrivialScore(predictor: .constant(3), score: 0.25),
    ]
    #expect(scores.best(.squaredError)?.predictor == .constant(1))
    #expect(scores.best(.roundedAccuracy)?.predictor == .constant(2))
    #expect([TrivialScore]().best(.squaredError) == nil)
    let unknown = TrivialScore(predictor: .constant(4), score: .nan)
    #expect((scores + [unknown]).best(.squaredError)?.predictor == .constant(4))
  }

  /// How often any symbol is right is held against how often the likeliest one was.
  @Test func aConstantBesideAColumnIsAShare() {
    let evaluation = Evaluation(
      split: "on-path", truths: [1, 1, 1], predictions: [0.5, 0.5, 0.5], attributes: [.init("greedy", [1, 0, 1])])
    #expect(TrivialPredictor.constant(0.25).score(on: evaluation, metric: .greedyAccuracy, slice: .everything) == 0.25)
    #expect(TrivialPredictor.constant(0.25).score(on: evaluation, metric: .sampledAccuracy, slice: .everything) == 0.25)
  }
}
