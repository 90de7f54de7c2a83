import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct ShareIntervalTests {
  @Test func theyAreWilsonsBySciPy() throws {
    for row in try StatisticsFixture.cases("share_intervals") {
      let shares = try row.numbers("shares")
      let interval = Interval.ofShares(shares, of: try row.numbers("examples").map { Int($0) })
      let name = try row["name"]!.string()
      // 1e-9: SciPy's roots of a quadratic, near a bound of 0 or 1.
      #expect(agree(interval.lower, try row.number("lower"), within: 1e-9, scale: 1), "\(name): \(interval)")
      #expect(agree(interval.upper, try row.number("upper"), within: 1e-9, scale: 1), "\(name): \(interval)")
      #expect(agree(interval.estimate, shares.reduce(0, +) / Double(shares.count), within: 1e-15), "\(name)")
    }
  }

  @Test func whereAllAreRightTheExamplesStillLeaveRoom() {
    let interval = Interval.ofShares([1, 1, 1, 1, 1], of: [64, 64, 64, 64, 64])
    #expect(interval.upper == 1 && 0.988 < interval.lower && interval.lower < 0.989)
    #expect(
      Interval.ofShares([0, 0], of: [10, 10]).lower == 0 && Interval.ofShares([0, 0], of: [10, 10]).upper > 0.1)
  }

  @Test func replicatesThatDisagreeOutweighAnyNumberOfExamples() {
    let few = Interval.ofShares([1, 1, 1, 1, 0.2], of: Array(repeating: 100, count: 5))
    let many = Interval.ofShares([1, 1, 1, 1, 0.2], of: Array(repeating: 1_000_000, count: 5))
    #expect(few == many && few.lower > 0 && few.upper < 1 && few.upper - few.lower > 0.6)
  }

  @Test(arguments: [[], [.nan, 1], [.infinity, 0]])
  func nothingOrNotFiniteIsUndefined(shares: [Double]) {
    #expect(Interval.ofShares(shares, of: shares.map { _ in 10 }).isUndefined)
  }

  @Test func noExampleIsUndefinedAndOneReplicateKnowsNothing() {
    #expect(Interval.ofShares([1, 1], of: [0, 0]).isUndefined)
    #expect(Interval.ofShares([0.5], of: [100]) == .ofMean([0.5]))
  }

  @Test func whatIsNoShareIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = Interval.ofShares([2, 3], of: [1, 1]) }
    await #expect(processExitsWith: .failure) { _ = Interval.ofShares([1], of: [1, 1]) }
    await #expect(processExitsWith: .failure) { _ = SeedScore(seed: 0, score: 1, examples: -1) }
  }

  @Test func scoresOfExamplesAreSharesAndOthersAreNot() {
    let shares = (0..<5).map { SeedScore(seed: $0, score: 1, examples: 64) }
    #expect(shares.interval.lower < 1)
    let mixed = shares + [SeedScore(seed: 5, score: 1)]
    #expect(mixed.interval == .ofMean([1, 1, 1, 1, 1, 1]))
  }

  /// How often the interval of five replicates holds the truth; each is asked 256 examples, right with its own
  /// probability.
  private func coverage(_ truth: Double, _ probability: (inout SplitMix) -> Double) -> Double {
    var generator = SplitMix(7)
    var covered = 0
    for _ in 0..<2_000 {
      let shares = (0..<5).map { _ in
        let chance = probability(&generator)
        return Double((0..<256).count { _ in Double.random(in: 0..<1, using: &generator) < chance }) / 256
      }
      if Interval.ofShares(shares, of: Array(repeating: 256, count: 5)).contains(truth) { covered += 1 }
    }
    return Double(covered) / 2_000
  }

  // Of 2,000 intervals at 0.95 the share covered strays by 0.005 (one sigma); five are allowed, because Student's quantile is
  // exact for normal spreads alone.

  @Test func nearAHalf() {
    #expect(coverage(0.5) { _ in 0.5 } > 0.925)
    #expect(coverage(0.5) { Double.random(in: 0.3..<0.7, using: &$0) } > 0.925)
  }

  @Test func nearOne() {
    #expect(coverage(0.99) { _ in 0.99 } > 0.925)
    #expect(coverage(0.98) { Double.random(in: 0.96..<1, using: &$0) } > 0.925)
  }

  @Test func allOnes() {
    #expect(coverage(1) { _ in 1 } == 1)
    #expect(coverage(0.999) { _ in 0.999 } > 0.925)
  }

  @Test func oneBadSeedInFiveIsOftenNotSeenAndThenNoIntervalKnows() {
    let found = coverage(0.84) { Double.random(in: 0..<1, using: &$0) < 0.2 ? 0.2 : 1 }
    // A third of five trainings have no bad one among them: 0.8^5. What they allow is `UnseenShare`'s to say.
    #expect((found - (1 - 0.32768)).magnitude < 0.05)
  }
}
