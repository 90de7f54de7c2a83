import Testing

@testable import Instruments

@Suite struct ComputeFrontierTests {
  /// Two sizes whose losses are straight lines in logarithms and cross at a compute of 100.
  static let runs = [
    ScalingSamples.runs(sizes: [1], data: [1, 10, 1000]) { size, data, _ in Elementary.power(6 * data, -0.5) }[0],
    ScalingSamples.runs(sizes: [10], data: [1, 10, 100]) { size, data, _ in 10 * Elementary.power(60 * data, -1) }[0],
  ]

  @Test func betweenReadingsItIsStraightInLogarithms() throws {
    let curves = try #require(ScalingCurve.curves(of: Self.runs.reversed()))
    #expect(curves.map(\.size) == [1, 10])
    let place = try #require(curves[0].place(at: 600))  // halfway, in logarithms, from 60 to 6000
    #expect(abs(place.data / 100 - 1) < 1e-13 && abs(place.loss / Elementary.power(600, -0.5) - 1) < 1e-13)
    // Ends are read, and nothing beyond them.
    for compute in [6.0, 60, 6000] {
      let loss = try #require(curves[0].place(at: compute)).loss
      #expect(abs(loss / Elementary.power(compute, -0.5) - 1) < 1e-13)
    }
    #expect(curves[0].place(at: 5.99) == nil && curves[0].place(at: 6001) == nil)
    let shared = try #require(ComputeFrontier.sharedRange(of: curves))
    #expect(abs(shared.lowerBound / 60 - 1) < 1e-14 && abs(shared.upperBound / 6000 - 1) < 1e-14)
    let disjoint = try #require(
      ScalingCurve.curves(
        of: [Self.runs[0]] + ScalingSamples.runs(sizes: [1e9], data: [1, 2]) { 1 + $0 + $1 + Double($2) }))
    #expect(ComputeFrontier.sharedRange(of: disjoint) == nil)
  }

  @Test func theBestSizeIsThatWithTheLeastLoss() throws {
    let curves = try #require(ScalingCurve.curves(of: Self.runs))
    let frontier = ComputeFrontier(of: curves, at: [1, 10, 90, 110, 5999, 1e9])
    #expect(frontier.points.map(\.compute) == [10, 90, 110, 5999])
    #expect(frontier.points.map(\.size) == [1, 1, 10, 10])
    #expect(frontier.points.map(\.contenderCount) == [1, 2, 2, 2])
    #expect(frontier.points.allSatisfy { !$0.isInterior })
    #expect(abs(frontier.points[2].loss / (10 / 110) - 1) < 1e-12)
    #expect(abs(frontier.points[2].data / (110 / 60) - 1) < 1e-12)
  }

  /// The middle one of three sizes is best, and is so for want of the smallest where that had ended.
  @Test func theBestOfThoseLeftIsNoOptimum() throws {
    let runs = ScalingSamples.runs(sizes: [1, 10, 100], data: [1, 10, 100, 1000]) { size, _, _ in size == 10 ? 1 : 2 }
    let curves = try #require(ScalingCurve.curves(of: runs))
    // Read from 6 to 6,000, from 60 to 60,000, from 600 to 600,000.
    let frontier = ComputeFrontier(of: curves, at: [10, 100, 1000, 10_000, 100_000])
    #expect(frontier.points.map(\.size) == [1, 10, 10, 10, 100])
    #expect(frontier.points.map(\.contenderCount) == [1, 2, 3, 2, 1])
    #expect(frontier.points.map(\.isInterior) == [false, false, true, false, false])
    #expect(OptimalSizes(hullOf: frontier).points.map(\.compute) == [1000])
  }

  @Test func lossesAreAveragedOverReplicates() throws {
    let runs = ScalingSamples.runs(sizes: [2], data: [1, 10], replicates: 2) { _, _, replicate in [1.0, 3][replicate] }
    let curve = try #require(ScalingCurve.curves(of: runs)?[0])
    #expect(abs(try #require(curve.place(at: 50)).loss - 2) < 1e-14)
  }

  @Test func whatMakesNoCurveMakesNone() {
    let shorter = Self.runs[0].after(step: 1)
    #expect(ScalingCurve.curves(of: [Self.runs[0], shorter]) == nil)
    #expect(ScalingCurve.curves(of: [Self.runs[0].after(step: 9)]) == nil)
    #expect(ScalingCurve.curves(of: ScalingSamples.runs(sizes: [1, 2], data: [2, 1]) { $0 + $1 + Double($2) }) == nil)
    for hostile in [0, -1, Double.nan, .infinity] {
      #expect(ScalingCurve.curves(of: ScalingSamples.replacingLoss(Self.runs, with: hostile)) == nil)
    }
    #expect(ScalingCurve.curves(of: []) == [] && ComputeFrontier(of: [], at: [1]).points.isEmpty)
  }

  @Test func aGridHasBothEnds() async {
    let grid = ComputeFrontier.grid(1e2...1e6, count: 5)
    for (found, wanted) in zip(grid, [1e2, 1e3, 1e4, 1e5, 1e6]) { #expect(abs(found / wanted - 1) < 1e-14) }
    await #expect(processExitsWith: .failure) { _ = ComputeFrontier.grid(0...1, count: 5) }
    await #expect(processExitsWith: .failure) { _ = ComputeFrontier.grid(1...2, count: 1) }
  }
}
