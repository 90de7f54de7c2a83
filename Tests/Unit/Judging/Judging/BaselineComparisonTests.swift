import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct BaselineComparisonTests {
  let judgement = Scored.judgement([0.1, 0.11, 0.12])
  let runs = Scored.runs(3)

  func comparison(_ baseline: Baseline?, datasets: [Baseline.DatasetFingerprint] = Scored.datasets)
    -> BaselineComparison
  {
    BaselineComparison(
      judgement, runs: runs.map(Baseline.RunFingerprint.init), datasets: datasets, baseline: baseline)
  }

  @Test func withoutABaselineOrWithoutTheClaimInItThereIsNone() {
    #expect(comparison(nil) == .none)
    #expect(comparison(Scored.baseline(judgement.scores, runs: runs, subject: "another")) == .none)
    #expect(comparison(nil).accepted == nil)
    #expect(!comparison(nil).isWorse(.squaredError) && !comparison(nil).isBetter(.squaredError))
  }

  @Test func theSameBitsAndScoresAreTheSame() {
    let baseline = Scored.baseline(judgement.scores, runs: runs)
    let comparison = comparison(baseline)
    #expect(comparison == .sameBits(baseline.claims[0]))
    #expect(comparison.accepted == baseline.claims[0])
    #expect(!comparison.isWorse(.squaredError) && !comparison.isBetter(.squaredError))
  }

  @Test func anyOtherBitOrScoreIsCompared() {
    let other = Scored.runs(3, salt: 1)
    for baseline in [
      Scored.baseline(judgement.scores, runs: other),
      Scored.baseline(judgement.scores, runs: Array(runs.dropLast())),
      Scored.baseline(Scored.judgement([0.1, 0.11, 0.13]).scores, runs: runs),
    ] {
      guard case .paired(baseline.claims[0], let paired, _) = comparison(baseline) else {
        Issue.record("not paired: \(comparison(baseline))")
        continue
      }
      #expect(paired.seeds == [0, 1, 2])
    }
  }

  @Test func otherExamplesAreNotComparable() {
    let baseline = Scored.baseline(judgement.scores, runs: Scored.runs(3, salt: 1))
    let changed = [Baseline.DatasetFingerprint(name: "a", fingerprint: "0a"), .init(name: "b", fingerprint: "0c")]
    #expect(comparison(baseline, datasets: changed) == .notComparable(baseline.claims[0]))
    #expect(!comparison(baseline, datasets: changed).isWorse(.squaredError))
    // The order they are named in is nothing.
    guard case .paired = comparison(baseline, datasets: Scored.datasets.reversed()) else {
      Issue.record("not paired")
      return
    }
  }

  @Test(arguments: [Metric.squaredError, .absoluteError])
  func anErrorThatGrowsOnEverySeedIsWorse(metric: Metric) {
    let worse = Scored.comparison(of: Scored.judgement([0.2, 0.22, 0.21]), with: [0.1, 0.11, 0.12])
    #expect(worse.isWorse(metric) && !worse.isBetter(metric))
    let better = Scored.comparison(of: Scored.judgement([0.1, 0.11, 0.12]), with: [0.2, 0.22, 0.21])
    #expect(better.isBetter(metric) && !better.isWorse(metric))
  }

  @Test func anAccuracyThatFallsOnEverySeedIsWorse() {
    let claim = Scored.claim(.roundedAccuracy, .atLeast(0.5))
    let (low, high) = ([0.5, 0.5, 0.515625], [0.859375, 0.875, 0.875])
    let worse = Scored.comparison(of: Scored.judgement(low, claim: claim), with: high)
    #expect(worse.isWorse(.roundedAccuracy) && !worse.isBetter(.roundedAccuracy))
    let better = Scored.comparison(of: Scored.judgement(high, claim: claim), with: low)
    #expect(better.isBetter(.roundedAccuracy) && !better.isWorse(.roundedAccuracy))
  }

  @Test func aDifferenceWithinTheNoiseIsNeither() {
    let comparison = Scored.comparison(of: Scored.judgement([0.2, 0.1, 0.3]), with: [0.1, 0.2, 0.2])
    #expect(!comparison.isWorse(.squaredError) && !comparison.isBetter(.squaredError))
  }

  @Test func oneSharedSeedConcludesNothing() {
    let comparison = Scored.comparison(of: Scored.judgement([9, 9, 9]), with: [0.1])
    guard case .paired(_, let paired, _) = comparison else {
      Issue.record("not paired")
      return
    }
    #expect(paired.seeds == [0] && paired.unpairedSeeds == [1, 2])
    #expect(!comparison.isWorse(.squaredError) && !comparison.isBetter(.squaredError))
  }
}
