import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// The gates themselves: a model that learned nothing must turn them red.
@Suite struct GateTests {
  /// Good answers, or the same answers dealt out to the wrong examples.
  static func answers(isShuffled: Bool) -> [Replicate] {
    (0..<5).map { seed in
      var generator = SplitMix(UInt64(seed))
      let truths = (0..<512).map { _ in Float(Int.random(in: 1...9, using: &generator)) }
      var predictions = truths.map { $0 + Float.random(in: -0.25...0.25, using: &generator) }
      if isShuffled { predictions.shuffle(using: &generator) }
      return Replicate(
        seed: seed,
        evaluation: Evaluation(split: "on-path", truths: truths, predictions: predictions, attributes: []))
    }
  }

  static func judge(_ claim: Claim, isShuffled: Bool) -> Judgement {
    Judgement(
      of: claim, replicates: 5, answers: answers(isShuffled: isShuffled), against: [.bestConstant, .constant(5)],
      reporting: [])
  }

  // Requirements so loose that only the floors can hold noise back: the noise scores 13 and 0.11.
  static let loose: [(Metric, Requirement)] = [
    (.squaredError, .atMost(1_000)), (.absoluteError, .atMost(1_000)), (.roundedAccuracy, .atLeast(0)),
  ]

  @Test(arguments: loose)
  func shuffledPredictionsTurnTheFloorRed(metric: Metric, requirement: Requirement) {
    let judgement = Self.judge(ClaimTests.claim(metric, requirement), isShuffled: true)
    let bound = ClaimTests.claim(metric, requirement).unfavourableBound(of: judgement.interval)
    #expect(judgement.reasons.contains(.notAboveFloor(bound: bound, judgement.trivialScores[0])))
    #expect(judgement.reasons.allSatisfy { if case .notAboveFloor = $0 { true } else { false } })
  }

  @Test(arguments: loose)
  func theSamePredictionsInPlaceAreGreen(metric: Metric, requirement: Requirement) {
    #expect(Self.judge(ClaimTests.claim(metric, requirement), isShuffled: false).verdict == .passed)
  }

  @Test func shuffledPredictionsTurnTheThresholdRed() {
    let judgement = Self.judge(ClaimTests.claim(.squaredError, .atMost(1)), isShuffled: true)
    #expect(judgement.reasons.contains(.missedRequirement(bound: judgement.interval.upper, .atMost(1))))
  }

  @Test func aControlThatFailsAsItMustPasses() {
    let control = ClaimTests.claim(.squaredError, .atMost(1), isControl: true)
    #expect(Self.judge(control, isShuffled: true).verdict == .passed)
  }

  @Test func aControlThatSucceedsFails() {
    let control = ClaimTests.claim(.squaredError, .atMost(1), isControl: true)
    let judgement = Self.judge(control, isShuffled: false)
    #expect(judgement.reasons == [.controlMetRequirement(bound: judgement.interval.upper, .atMost(1))])
    #expect(judgement.reasons[0].description.hasPrefix("a control that must miss the requirement meets it"))
  }

  @Test func aControlWhoseEveryReplicateMissesPassesHoweverUnevenly() {
    // One run of five is far worse: the interval of the mean then reaches below the threshold, where no run was.
    let control = ClaimTests.claim(.squaredError, .atMost(0.5), isControl: true)
    let uneven = JudgementTests.judge(control, errors: [1, 1, 1, 1, 9])
    #expect(uneven.interval.lower < 0.5 && uneven.verdict == .passed)
    let oneMeets = JudgementTests.judge(control, errors: [1, 1, 1, 0.25, 9])
    #expect(oneMeets.reasons == [.controlInconclusive(bound: oneMeets.interval.lower, .atMost(0.5))])
    let tooFew = JudgementTests.judge(control, errors: [1, 1, 1, 9])
    #expect(tooFew.reasons == [.controlInconclusive(bound: tooFew.interval.lower, .atMost(0.5))])
  }

  @Test func aControlThatMayHaveSucceededFails() {
    // The interval of squared errors 0.0625 and 1 holds the threshold.
    let control = ClaimTests.claim(.squaredError, .atMost(0.5), isControl: true)
    let judgement = JudgementTests.judge(control, errors: [0.25, 1])
    #expect(judgement.reasons == [.controlInconclusive(bound: judgement.interval.lower, .atMost(0.5))])
    let accuracy = ClaimTests.claim(.roundedAccuracy, .atLeast(0.75), isControl: true)
    let other = JudgementTests.judge(accuracy, errors: [0.25, 1])
    #expect(other.reasons == [.controlInconclusive(bound: other.interval.upper, .atLeast(0.75))])
  }

  @Test func aControlOfOneReplicateShowsNothing() {
    let control = ClaimTests.claim(.squaredError, .atMost(0.5), isControl: true)
    #expect(
      JudgementTests.judge(control, errors: [3]).reasons == [.controlInconclusive(bound: -.infinity, .atMost(0.5))])
  }
}
