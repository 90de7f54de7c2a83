import Testing

@testable import Instruments
@testable import Judging
@testable import Reports
@testable import Results
@testable import Storage
@testable import Training

/// Requirements that neither less nor more meets, and claims about readings.
@Suite struct EquivalenceTests {
  static func claim(
    _ requirement: Judging.Requirement = .between(0.25...0.75), isControl: Bool = false, floor: TrivialPredictor? = nil
  ) -> Claim {
    ReadingClaims(of: "test/read", at: "train", in: "Tiny")(
      "share", "share", requirement, isControl: isControl, floor: floor, test: "read", from: .goal("made up"))
  }

  static func judge(_ claim: Claim, _ numbers: [Double]) -> Judgement {
    Judgement(
      of: claim, replicates: numbers.count,
      answers: numbers.enumerated().map { seed, number in
        Replicate(
          seed: seed,
          evaluation: Evaluation(split: "test/read", truths: [0], predictions: [Float(number)], attributes: []))
      }, against: claim.floor.map { [$0] } ?? [], reporting: [])
  }

  @Test(arguments: [
    ([0.4, 0.5, 0.6, 0.5, 0.5], true), ([0.2, 0.3, 0.25, 0.3, 0.2], false), ([0.7, 0.8, 0.75, 0.7, 0.8], false),
    ([0.1, 0.1, 0.1, 0.1, 0.1], false), ([0, 1, 0, 1, 0.5], false), ([.nan, 0.5, 0.5, 0.5, 0.5], false),
  ])
  func theWholeIntervalMustLieInside(numbers: [Double], passes: Bool) {
    #expect(Self.judge(Self.claim(), numbers).verdict.isPassed == passes)
  }

  @Test(arguments: [
    ([0.1, 0.1, 0.12, 0.1, 0.1], true), ([0.9, 1, 0.95, 0.9, 1], true), ([0.4, 0.5, 0.6, 0.5, 0.5], false),
    // Its interval reaches inside, and one replicate is there.
    ([0.1, 0.2, 0.3, 0.1, 0.2], false), ([.nan, 1, 1, 1, 1], false),
    // An interval that reaches inside, where every replicate lies above; and one all around, where they lie on both sides.
    ([0.8, 0.8, 0.8, 3, 0.8], true), ([0, 1, 0, 1, 0], false), ([1, 1, 1, 1, 0], false),
  ])
  func aControlsMustLieOutside(numbers: [Double], passes: Bool) {
    #expect(Self.judge(Self.claim(isControl: true), numbers).verdict.isPassed == passes)
  }

  @Test func whatIsReadWhereNothingIsMustMissIt() {
    let numbers = [0.4, 0.5, 0.6, 0.5, 0.5]
    #expect(Self.judge(Self.claim(floor: .nothing(1, label: "all")), numbers).verdict == .passed)
    let weak = Self.judge(Self.claim(floor: .nothing(0.5, label: "a coin")), numbers)
    #expect(weak.reasons.count == 1 && weak.reasons[0].description.contains("a coin"))
    #expect(Self.judge(Self.claim(.atLeast(0.3), floor: .nothing(0.45, label: "a coin")), numbers).reasons.count == 1)
    #expect(Self.judge(Self.claim(.atLeast(0.3), floor: .nothing(0.1, label: "a coin")), numbers).verdict == .passed)
  }

  /// Neither side is the worse one.
  @Test func itHasNoRegressionAndNoGain() {
    let (old, new) = ([0.4, 0.41, 0.4, 0.42, 0.4], [0.6, 0.61, 0.6, 0.62, 0.61])
    #expect(!Self.claim().requirement.hasDirection && Self.claim(.atMost(1)).requirement.hasDirection)
    let accepted = Baseline.ClaimScores(
      subject: "share", scores: old.enumerated().map { SeedScore(seed: $0, score: $1) })
    let comparison = BaselineComparison.paired(
      accepted, PairedComparison(base: accepted.scores, head: Self.judge(Self.claim(), new).scores),
      RegressionGate(accepted: old, new: new, smallestEffect: 0.01))
    #expect(comparison.isBetter(Self.claim().metric) || comparison.isWorse(Self.claim().metric))
    let row = ThresholdRow(
      of: Self.judge(Self.claim(), new), in: TinyExperiment.make(), comparison, leak: nil, companions: [])
    #expect(row.mark == .withinNoise && row.reasons.isEmpty)
  }

  @Test func itIsWrittenAndReadBack() throws {
    let row = ThresholdRow(
      of: Self.judge(Self.claim(), [0.4, 0.5, 0.6]), in: TinyExperiment.make(), .none, leak: nil, companions: [])
    let reader = try FixtureReader(Array(row.json.text.utf8), file: "f", mend: "m")
    #expect(try ThresholdRow(reader) == row)
    #expect(row.requirement.text(as: row.scale).contains("in 25...75 %"))
    let backwards = row.json.text.replacing("0.25,", with: "0.85,")
    #expect(backwards != row.json.text)
    #expect(throws: FixtureProblem.self) {
      try ThresholdRow(try FixtureReader(Array(backwards.utf8), file: "f", mend: "m"))
    }
  }

  @Test func otherMetricsHaveADirection() async {
    await #expect(processExitsWith: .failure) {
      _ = Claim(
        subject: "s", stage: "t", split: "u", slice: .everything, metric: .squaredError, requirement: .between(0...1),
        isControl: false, testName: "T/t", provenance: .goal("p"))
    }
  }
}
