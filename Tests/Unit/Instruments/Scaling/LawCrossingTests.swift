import Testing

@testable import Instruments

@Suite struct LawCrossingTests {
  @Test func thePublishedExponentsCross() {
    // Language models, 2020: .050 of compute, .095 of data, data as compute^.27.
    #expect(abs(LawCrossing.rho(compute: 0.050, data: 0.095, growth: 0.27) - 1.95) < 0.005)
  }

  /// The frontier of an additive surface: N and D as computed, a law of exponent alpha beta / (alpha + beta).
  @Test func anAdditiveSurfaceHasAnRhoOfOne() throws {
    let (alpha, beta) = (0.3, 0.5)
    let runs = ScalingSamples.runs(
      sizes: ComputeFrontier.grid(1e2...1e7, count: 80), data: ComputeFrontier.grid(1e3...1e9, count: 90)
    ) { size, data, _ in 0.5 + 40 * Elementary.power(size, -alpha) + 60 * Elementary.power(data, -beta) }
    let curves = try #require(ScalingCurve.curves(of: runs))
    let frontier = ComputeFrontier(of: curves, at: ComputeFrontier.grid(1e8...1e12, count: 20))
    let largest = try #require(runs.last).readings
    let crossing = try #require(
      LawCrossing(frontier: frontier, largest: (largest.map(\.loss), largest.map(\.data))))
    #expect(frontier.points.allSatisfy { $0.isInterior })
    // Straight lines between 90 readings lie above the curve, and stairs of 80 sizes move the growth: a percent each.
    #expect(abs(crossing.rho - 1) < 0.03)
  }

  @Test func theyCrossWhereBothSayTheSame() throws {
    let x = ComputeFrontier.grid(1e3...1e9, count: 12)
    let frontier = try #require(PowerLawFit(of: x.map { 50 * Elementary.power($0, -0.3) }, on: x, above: 0))
    let data = try #require(PowerLawFit(of: x.map { 2 * Elementary.power($0, -0.2) }, on: x, above: 0))
    let growth = try #require(
      StraightLine(
        through: x.map { Elementary.logarithm(5 * Elementary.power($0, 0.5)) }, at: x.map(Elementary.logarithm)))
    let crossing = try #require(LawCrossing(frontier: frontier, data: data, growth: growth))
    #expect(abs(crossing.rho - 3) < 1e-10)
    let compute = try #require(crossing.compute)
    let seen = 5 * Elementary.power(compute, 0.5)
    #expect(abs(frontier.value(at: compute) / data.value(at: seen) - 1) < 1e-9)
    #expect(frontier.value(at: 2 * compute) < data.value(at: 5 * Elementary.power(2 * compute, 0.5)))
    // The other way round the frontier falls less steeply and never crosses.
    let flat = try #require(
      StraightLine(through: x.map { 2 * Elementary.logarithm($0) }, at: x.map(Elementary.logarithm)))
    let never = try #require(LawCrossing(frontier: frontier, data: data, growth: flat))
    #expect(abs(never.rho - 0.75) < 1e-10 && never.compute == nil)
  }

  @Test func whatDoesNotFallOrGrowHasNone() throws {
    let x = ComputeFrontier.grid(1e3...1e9, count: 12)
    let falling = try #require(PowerLawFit(of: x.map { Elementary.power($0, -0.3) }, on: x, above: 0))
    let rising = try #require(PowerLawFit(of: x, on: x, above: 0))
    let places = x.map(Elementary.logarithm)
    let growth = try #require(StraightLine(through: places, at: places))
    let shrinking = try #require(StraightLine(through: places.map { -$0 }, at: places))
    #expect(LawCrossing(frontier: falling, data: falling, growth: growth) != nil)
    #expect(LawCrossing(frontier: rising, data: falling, growth: growth) == nil)
    #expect(LawCrossing(frontier: falling, data: rising, growth: growth) == nil)
    #expect(LawCrossing(frontier: falling, data: falling, growth: shrinking) == nil)
    #expect(LawCrossing(frontier: ComputeFrontier(of: [], at: []), largest: ([], [])) == nil)
  }
}
