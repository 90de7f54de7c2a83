import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct JudgementTests {
  /// 64 examples with truths 0...7, answered by the truth plus noise of this size that alternates in sign.
  static func answer(seed: Int, error: Float) -> Replicate {
    let truths = (0..<64).map { Float($0 % 8) }
    let predictions = truths.enumerated().map { $0.element + ($0.offset % 2 == 0 ? error : -error) }
    return Replicate(
      seed: seed,
      evaluation: Evaluation(
        split: "on-path", truths: truths, predictions: predictions,
        attributes: [.init("n", (0..<64).map { Int32($0 / 8) }), .init("d12", truths.map { Int32($0) })]))
  }

  static func judge(
    _ claim: Claim, errors: [Float], replicates: Int? = nil, against predictors: [TrivialPredictor] = [.bestConstant]
  ) -> Judgement {
    let answers = errors.enumerated().map { answer(seed: $0.offset, error: $0.element) }
    return Judgement(
      of: claim, replicates: replicates ?? errors.count, answers: answers, against: predictors,
      reporting: [.of("n", 0...3), .of("n", 4...7)])
  }

  // Squared errors 0.0625, 0.0625, 0.140625.
  let errors: [Float] = [0.25, 0.25, 0.375]
  let mean = (0.0625 + 0.0625 + 0.140625) / 3

  @Test func aGoodModelPasses() {
    let judgement = Self.judge(ClaimTests.claim(.squaredError, .atMost(1)), errors: errors)
    #expect(judgement.verdict == .passed && judgement.reasons.isEmpty)
    #expect(judgement.scores.map(\.score) == [0.0625, 0.0625, 0.140625] && judgement.scores.map(\.seed) == [0, 1, 2])
    #expect(judgement.interval.estimate == mean)
    // The truths 0...7 have variance 5.25.
    #expect(judgement.trivialScores == [TrivialScore(predictor: .bestConstant, score: 5.25)])
    #expect(judgement.slices.map(\.slice.name) == ["n=0...3", "n=4...7"])
    #expect(judgement.slices.allSatisfy { $0.interval == judgement.interval })
  }

  @Test func theBoundIsJudgedAndNotTheMean() {
    // The mean 0.089 is below 0.1; the upper bound 0.2 is not.
    let judgement = Self.judge(ClaimTests.claim(.squaredError, .atMost(0.1)), errors: errors)
    #expect(judgement.interval.estimate < 0.1)
    #expect(judgement.reasons == [.missedRequirement(bound: judgement.interval.upper, .atMost(0.1))])
  }

  @Test func accuracyIsJudgedByItsLowerBound() {
    // Two perfect replicates and one that is always wrong.
    let judgement = Self.judge(ClaimTests.claim(.roundedAccuracy, .atLeast(0.5)), errors: [0.25, 0.25, 1])
    #expect(judgement.interval.estimate > 0.5)
    #expect(judgement.reasons.first == .missedRequirement(bound: judgement.interval.lower, .atLeast(0.5)))
  }

  @Test func oneReplicateShowsNothing() {
    let judgement = Self.judge(ClaimTests.claim(.squaredError, .atMost(1)), errors: [0.25])
    #expect(judgement.reasons.first == .missedRequirement(bound: .infinity, .atMost(1)))
  }

  @Test func aMissingReplicateFails() {
    let judgement = Self.judge(ClaimTests.claim(.squaredError, .atMost(1)), errors: errors, replicates: 5)
    #expect(judgement.reasons == [.tooFewReplicates(found: 3, declared: 5)])
    let none = Self.judge(ClaimTests.claim(.squaredError, .atMost(1)), errors: [], replicates: 5)
    #expect(none.reasons == [.tooFewReplicates(found: 0, declared: 5)] && none.interval.isUndefined)
  }

  @Test(arguments: [false, true])
  func aDivergedReplicateFailsClaimAndControl(isControl: Bool) {
    let claim = ClaimTests.claim(.squaredError, .atMost(0.01), isControl: isControl)
    let judgement = Self.judge(claim, errors: [0.25, .nan, 0.25])
    #expect(judgement.reasons == [.notFinite(seed: 1)] && judgement.interval.isUndefined)
  }

  @Test(arguments: [false, true])
  func anEmptySliceFailsClaimAndControl(isControl: Bool) {
    let claim = Claim(
      subject: "s", stage: "train", split: "on-path", slice: .of("n", 99...100), metric: .squaredError,
      requirement: .atMost(1),
      isControl: isControl, testName: "t", provenance: .goal("p"))
    let judgement = Self.judge(claim, errors: [0.25, 0.25])
    #expect(judgement.reasons == [.emptySlice(seed: 0), .emptySlice(seed: 1)])
    #expect(judgement.trivialScores[0].score.isNaN && judgement.interval.isUndefined)
  }

  @Test func aClaimMustBeatEveryTrivialPredictor() {
    let predictors: [TrivialPredictor] = [.bestConstant, .attribute("d12", label: "always d(1,2)"), .constant(3)]
    let judgement = Self.judge(ClaimTests.claim(.squaredError, .atMost(1)), errors: errors, against: predictors)
    let floor = TrivialScore(predictor: predictors[1], score: 0)
    #expect(judgement.reasons == [.notAboveFloor(bound: judgement.interval.upper, floor)])
    #expect(judgement.reasons[0].description.contains("does not beat the trivial predictor \"always d(1,2)\" (0)"))
  }

  @Test func equallingTheFloorIsNotBeatingIt() {
    // The answer 3.5 for each example is the best constant itself.
    let truths = (0..<8).map { Float($0) }
    let constant = Evaluation(split: "on-path", truths: truths, predictions: truths.map { _ in 3.5 }, attributes: [])
    let judgement = Judgement(
      of: ClaimTests.claim(.squaredError, .atMost(10)), replicates: 2,
      answers: [Replicate(seed: 0, evaluation: constant), Replicate(seed: 1, evaluation: constant)],
      against: [.bestConstant], reporting: [])
    let floor = TrivialScore(predictor: .bestConstant, score: 5.25)
    #expect(judgement.reasons == [.notAboveFloor(bound: 5.25, floor)])
  }

  @Test func theHardestFloorOfAllSeedsCounts() {
    let easy = Evaluation(split: "on-path", truths: [0, 8], predictions: [0, 8], attributes: [])
    let hard = Evaluation(split: "on-path", truths: [4, 4.5], predictions: [4, 4.5], attributes: [])
    let judgement = Judgement(
      of: ClaimTests.claim(.squaredError, .atMost(1)), replicates: 2,
      answers: [Replicate(seed: 0, evaluation: easy), Replicate(seed: 1, evaluation: hard)],
      against: [.bestConstant], reporting: [])
    #expect(judgement.trivialScores[0].score == 0.0625 && judgement.verdict.isPassed)
  }

  @Test func theWorstSliceIsTheWorstByDirection() {
    // Wrong only where n is 4...7.
    var answer = Self.answer(seed: 0, error: 0).evaluation
    answer = Evaluation(
      split: answer.split, truths: answer.truths,
      predictions: answer.truths.enumerated().map { $0.element + ($0.offset >= 32 ? 2 : 0) },
      attributes: answer.attributes)
    for (metric, requirement) in [(Metric.squaredError, Requirement.atMost(9)), (.roundedAccuracy, .atLeast(0))] {
      let judgement = Judgement(
        of: ClaimTests.claim(metric, requirement), replicates: 1, answers: [Replicate(seed: 0, evaluation: answer)],
        against: [.bestConstant], reporting: [.of("n", 0...3), .of("n", 4...7), .of("n", 9...9)])
      #expect(judgement.worstSlice?.slice.name == "n=4...7")
      #expect(judgement.slices.map(\.slice.name) == ["n=0...3", "n=4...7"])  // of n = 9 nothing was asked
    }
  }

  @Test func slicesAreOfTheWholeSplit() {
    let claim = Claim(
      subject: "s", stage: "train", split: "on-path", slice: .of("n", 4...7), metric: .squaredError,
      requirement: .atMost(1),
      isControl: false, testName: "t", provenance: .goal("p"))
    let judgement = Self.judge(claim, errors: errors)
    #expect(judgement.slices.map(\.interval.count) == [3, 3] && !judgement.slices[0].interval.isUndefined)
  }

  @Test func mixedUpAnswersAreTheCallersBug() async {
    await #expect(processExitsWith: .failure) {
      let answer = JudgementTests.answer(seed: 1, error: 0)
      _ = Judgement(
        of: ClaimTests.claim(.squaredError, .atMost(1)), replicates: 2, answers: [answer, answer],
        against: [.bestConstant], reporting: [])
    }
    await #expect(processExitsWith: .failure) {
      _ = JudgementTests.judge(ClaimTests.claim(.squaredError, .atMost(1)), errors: [0, 0], against: [])
    }
    await #expect(processExitsWith: .failure) {
      let other = Replicate(
        seed: 0, evaluation: Evaluation(split: "another", truths: [1], predictions: [1], attributes: []))
      _ = Judgement(
        of: ClaimTests.claim(.squaredError, .atMost(1)), replicates: 1, answers: [other], against: [.bestConstant],
        reporting: [])
    }
  }
}
