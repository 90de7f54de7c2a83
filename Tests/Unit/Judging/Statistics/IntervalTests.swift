import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct IntervalTests {
  @Test func meansAndTheirIntervalsAreSciPys() throws {
    for row in try StatisticsFixture.cases("mean_intervals") {
      let interval = Interval.ofMean(try row.numbers("values"))
      // 1e-12: the quantile's 1e-13, and a mean summed in another order than NumPy's.
      #expect(agree(interval.estimate, try row.number("mean"), within: 1e-12))
      #expect(agree(interval.lower, try row.number("lower"), within: 1e-12), "\(row["name"]!.value)")
      #expect(agree(interval.upper, try row.number("upper"), within: 1e-12), "\(row["name"]!.value)")
      #expect(interval.count == (try row.numbers("values").count))
    }
  }

  @Test func wilsonIntervalsAreSciPys() throws {
    for row in try StatisticsFixture.cases("wilson") {
      let (successes, trials) = (Int(try row.number("successes")), Int(try row.number("trials")))
      let interval = Interval.wilson(successes: successes, of: trials)
      #expect(agree(interval.lower, try row.number("lower"), within: 1e-13, scale: 1e-3), "\(successes) of \(trials)")
      #expect(agree(interval.upper, try row.number("upper"), within: 1e-13), "\(successes) of \(trials)")
      #expect(interval.contains(interval.estimate))
    }
  }

  @Test func oneValueAloneIsInfinitelyUncertain() {
    let interval = Interval.ofMean([0.25])
    #expect(interval.estimate == 0.25 && interval.count == 1 && !interval.isUndefined)
    #expect(interval.lower == -.infinity && interval.upper == .infinity)
  }

  @Test func equalValuesHaveNoWidth() {
    let interval = Interval.ofMean([0.5, 0.5, 0.5])
    #expect(interval == Interval(estimate: 0.5, lower: 0.5, upper: 0.5, count: 3))
  }

  @Test(arguments: [[], [.nan], [0.5, .nan, 0.5], [0.5, .infinity], [-.infinity, .infinity]])
  func nothingOrNotFiniteIsUndefined(values: [Double]) {
    let interval = Interval.ofMean(values)
    #expect(interval.estimate.isNaN && interval.lower.isNaN && interval.upper.isNaN)
    #expect(interval.isUndefined && interval.count == values.count)
    #expect(!interval.contains(0.5))
  }

  @Test func noTrialIsUndefined() {
    #expect(Interval.wilson(successes: 0, of: 0).isUndefined)
  }

  @Test func moreSuccessesThanTrialsIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = Interval.wilson(successes: 3, of: 2) }
  }

  @Test func nineteenOfTwentyIntervalsHoldTheTruth() {
    // 4,000 samples of 5 from a distribution with mean 0.5: the share covered strays by 0.0034 (one sigma), so four
    // sigma are allowed.
    var generator = SplitMix(11)
    var covered = 0
    for _ in 0..<4_000 {
      // The sum of 12 uniform numbers is close enough to a normal one.
      let values = (0..<5).map { _ in (0..<12).reduce(0) { sum, _ in sum + Double.random(in: 0..<1, using: &generator) }
      }
      if Interval.ofMean(values).contains(6) { covered += 1 }
    }
    #expect((Double(covered) / 4_000 - 0.95).magnitude < 0.0138)
  }

  @Test func itPrintsAsASentenceNeedsIt() {
    #expect(Interval(estimate: 0.141, lower: 0.118, upper: 0.166, count: 5).description == "0.141 [0.118, 0.166]")
    #expect(Interval.ofMean([2]).description == "2 [-inf, inf]")
    #expect(Interval.ofMean([]).description == "nan [nan, nan]")
  }
}
