import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct BootstrapTests {
  @Test func itsBoundsAreSciPys() throws {
    let reference = try StatisticsFixture.read("bootstrap")
    var generator = SplitMix(3)
    let interval = Interval.bootstrap(
      meanOf: try reference.numbers("values"), rounds: 20_000, using: &generator)
    // A 2.5th percentile of 20,000 means strays by sqrt(0.025 * 0.975 / 20,000) / density = 0.019 standard errors;
    // four times that.
    let allowed = 0.076 * (try reference.number("standardError"))
    #expect((interval.lower - (try reference.number("lower"))).magnitude < allowed)
    #expect((interval.upper - (try reference.number("upper"))).magnitude < allowed)
    #expect(interval.contains(interval.estimate))
  }

  @Test func theSameGeneratorGivesTheSameBits() {
    var (one, other) = (SplitMix(5), SplitMix(5))
    let values = (0..<20).map { Double($0 * $0) }
    let first = Interval.bootstrap(meanOf: values, rounds: 200, using: &one)
    #expect(first == Interval.bootstrap(meanOf: values, rounds: 200, using: &other))
    #expect(first != Interval.bootstrap(meanOf: values, rounds: 200, using: &other))
  }

  @Test func aSingleValueHasNoWidthAndNothingIsUndefined() {
    var generator = SplitMix(1)
    let alone = Interval.bootstrap(meanOf: [0.25], rounds: 40, using: &generator)
    #expect(alone == Interval(estimate: 0.25, lower: 0.25, upper: 0.25, count: 1))
    #expect(Interval.bootstrap(meanOf: [], rounds: 40, using: &generator).isUndefined)
    #expect(Interval.bootstrap(meanOf: [1, .nan], rounds: 40, using: &generator).isUndefined)
  }

  @Test func percentilesInterpolateBetweenNeighbours() {
    let means = (0...400).reversed().map { Double($0) + ($0 == 10 ? 0.5 : 0) }
    let interval = Interval.percentiles(of: means, around: [1, 2])
    #expect(agree(interval.lower, 10.5, within: 1e-13) && agree(interval.upper, 390, within: 1e-13))
    #expect(agree(Interval.percentiles(of: (0...41).map(Double.init), around: [1]).lower, 1.025, within: 1e-14))
  }
}
