import Reports
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct ThresholdRowTests {
  static func row(
    _ judgement: Judgement, _ comparison: BaselineComparison = .none, leak: Leak? = nil, companions: [Score] = [],
    isBaselineDue: Bool = false
  ) -> ThresholdRow {
    ThresholdRow(
      of: judgement, in: TinyExperiment.make(), comparison, leak: leak, companions: companions,
      isBaselineDue: isBaselineDue)
  }

  /// The row of scores, beside those accepted before.
  static func row(
    _ scores: [Double], accepted: [Double], _ claim: Claim = Scored.claim(), replicates: Int? = nil
  ) -> ThresholdRow {
    let judgement = Scored.judgement(scores, claim: claim, replicates: replicates)
    return row(judgement, Scored.comparison(of: judgement, with: accepted))
  }

  let good = [0.1, 0.11, 0.12]
  let bad = [0.5, 0.51, 0.52]

  // MARK: Marks

  @Test func withoutABaselineAClaimPassesOrFails() {
    #expect(Self.row(Scored.judgement(good)).mark == .passed)
    #expect(Self.row(Scored.judgement(bad)).mark == .failed)
  }

  @Test func whatPassedBeforeIsNewlyFailing() {
    #expect(Self.row(bad, accepted: good).mark == .newlyFailing)
    #expect(Self.row(bad, accepted: [0.49, 0.52, 0.51]).mark == .failed)
  }

  @Test func aControlThatMissedBeforeIsNewlyFailing() {
    let control = Scored.claim(isControl: true)
    #expect(Self.row(good, accepted: bad, control).mark == .newlyFailing)
    #expect(Self.row(good, accepted: [0.1, 0.12, 0.12], control).mark == .failed)
    // Its interval reached below the threshold: it was no better then.
    #expect(Self.row(good, accepted: [0.3, 0.9, 0.6], control).mark == .failed)
    #expect(Self.row(bad, accepted: good, control).mark == .withinNoise)
  }

  @Test func betterAndNoiseAreTold() {
    #expect(Self.row(good, accepted: [0.3, 0.31, 0.32]).mark == .improved)
    #expect(Self.row(good, accepted: [0.11, 0.1, 0.12]).mark == .withinNoise)
  }

  @Test func theSameBitsAndOtherExamplesAreTold() {
    let judgement = Scored.judgement(good)
    let accepted = Baseline.ClaimScores(subject: "made up", scores: judgement.scores)
    #expect(Self.row(judgement, .sameBits(accepted)).mark == .sameBits)
    #expect(Self.row(judgement, .notComparable(accepted)).mark == .notComparable)
    // Neither excuses a failure.
    #expect(Self.row(Scored.judgement(bad), .sameBits(accepted)).mark == .newlyFailing)
    #expect(Self.row(Scored.judgement(bad), .notComparable(accepted)).mark == .newlyFailing)
  }

  // MARK: Regressions

  @Test func aRegressionBeyondTheNoiseTurnsAPassingClaimRed() {
    let judgement = Scored.judgement([0.15, 0.152, 0.151])
    #expect(judgement.verdict == .passed)
    let row = Self.row(judgement, Scored.comparison(of: judgement, with: [0.1, 0.102, 0.101]))
    #expect(row.mark == .newlyFailing)
    #expect(row.reasons == ["worse than its baseline beyond noise and the smallest effect"])
    // A worse mean that may be chance does not.
    #expect(Self.row([0.12, 0.1, 0.13], accepted: [0.1, 0.13, 0.11]).mark == .withinNoise)
  }

  @Test func withinNoiseTheTableSaysWhatWouldHaveBeenDetected() {
    let row = Self.row([0.12, 0.1, 0.13], accepted: [0.1, 0.13, 0.11])
    let text = row.text(width: 140)
    #expect(row.mark == .withinNoise && row.change?.detectable != nil)
    #expect(text.contains("change ") && text.contains("paired") && text.contains("detectable >= "), "\(text)")
    #expect(!text.contains("rerun"))
  }

  @Test func anImprovementProposesTheTighterBaselineByItsExactCommand() {
    let row = Self.row([0.1, 0.11, 0.12], accepted: [0.3, 0.31, 0.32])
    #expect(row.mark == .improved)
    #expect(
      row.reasons == [
        "better than its baseline beyond noise and the smallest effect",
        "to guard the gain: swift run genbench fixtures regenerate baselines/smoke/test/tiny",
      ])
    let text = ThresholdTable(rows: [row]).text()
    #expect(text.contains("  note   better than its baseline") && text.contains("\n         \(row.reasons[1])\n"))
  }

  @Test func aBaselineThatIsDueAndMissingIsAFailureWithItsMend() {
    let row = Self.row(Scored.judgement(good), isBaselineDue: true)
    #expect(row.mark == .failed && row.reasons.count == 1)
    #expect(row.reasons[0].hasSuffix("to record one: swift run genbench fixtures regenerate baselines/smoke/test/tiny"))
    let judgement = Scored.judgement(good)
    let compared = Self.row(judgement, Scored.comparison(of: judgement, with: good), isBaselineDue: true)
    #expect(!compared.mark.isFailing)
  }

  @Test func aControlThatGetsWorseIsNoRegression() {
    let row = Self.row([0.7, 0.71, 0.72], accepted: bad, Scored.claim(isControl: true))
    #expect(!row.mark.isFailing && row.reasons.isEmpty)
    // Nor is one that gets better, and still misses, a gain to guard.
    let better = Self.row([0.5, 0.51, 0.52], accepted: [0.7, 0.71, 0.73], Scored.claim(isControl: true))
    #expect(better.mark == .withinNoise && better.reasons.isEmpty)
  }

  // MARK: Words

  @Test func theRowSaysWhatWasJudged() {
    let judgement = Scored.judgement(good)
    let companions = [Score("after train alone", 0.7)]
    let row = Self.row(
      judgement, Scored.comparison(of: judgement, with: [0.2, 0.22, 0.21]),
      leak: Leak(judged: 0.25, asked: 0.5, byChance: 0.375),
      companions: companions)
    #expect(row.experiment == "test/tiny" && row.subject == "made up" && row.metric == "squared error")
    #expect(row.rerun == "GENBENCH_PROFILE=smoke tools/test --filter 'Family/claim'")
    #expect(row.requirement == .atMost(0.2) && row.leakShare == 0.25 && row.companions == companions)
    #expect(row.repeats?.asked == 0.5 && row.repeats?.byChance == 0.375)
    #expect(row.estimate.mean == judgement.interval.estimate && row.estimate.seeds == 3)
    #expect(row.estimate.interval == Reports.Interval(judgement.interval.lower, judgement.interval.upper))
    #expect((row.baseline! - 0.21).magnitude < 1e-6)
    // The truths 0...7 have variance 5.25.
    #expect(row.trivialPredictors == [Score("best constant", 5.25)])
    #expect(row.slices.map(\.name) == ["n=0...3", "n=4...7"] && row.worstSlice != nil)
    #expect((row.change!.mean + 0.1).magnitude < 1e-6 && row.change?.probability == 0.25)
    #expect(row.change!.detectable! > 0)
  }

  @Test func theRowOfAFailureSaysWhy() {
    let row = Self.row(Scored.judgement(bad, replicates: 5))
    #expect(row.reasons.count == 2)
    #expect(row.reasons[0] == "3 of the 5 declared replicates are there")
    #expect(row.reasons[1].hasPrefix("the bound 0.53") && row.reasons[1].hasSuffix("is not <= 0.2"))
    #expect(row.change == nil && row.baseline == nil)
  }

  @Test func controlsAndAccuraciesHaveTheirOwnWords() {
    let control = Scored.judgement(bad, claim: Scored.claim(isControl: true))
    #expect(Self.row(control).requirement == .mustFail(.atMost(0.2)))
    let accuracy = Scored.judgement([0.75, 0.75], claim: Scored.claim(.roundedAccuracy, .atLeast(0.5)))
    #expect(Self.row(accuracy).requirement == .atLeast(0.5) && Self.row(accuracy).metric == "rounded accuracy")
  }

  @Test func noRunAtAllIsARowToo() {
    let row = Self.row([], accepted: good, replicates: 5)
    #expect(row.mark == .newlyFailing && row.estimate.mean.isNaN && row.estimate.seeds == 1)
    #expect(row.change == nil && row.reasons == ["0 of the 5 declared replicates are there"])
  }
}
