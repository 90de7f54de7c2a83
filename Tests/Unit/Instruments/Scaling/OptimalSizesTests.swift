import Testing

@testable import Instruments

@Suite struct OptimalSizesTests {
  /// Alpha = beta, so that the valley over ln N is symmetric, and many sizes, so that stairs are fine.
  static func runs(_ alpha: Double, _ beta: Double) -> [ScalingRun] {
    ScalingSamples.runs(
      sizes: sizes, data: ComputeFrontier.grid(1e3...1e8, count: 40)
    ) {
      size, data, _ in 0.5 + 40 * Elementary.power(size, -alpha) + 40 * Elementary.power(data, -beta)
    }
  }

  static func surface(_ alpha: Double, _ beta: Double) throws -> ScalingSurface {
    let runs = Self.runs(alpha, beta).enumerated().filter { $0.offset % 6 == 0 }.map(\.element)
    return try #require(
      ScalingSurface(
        fitting: runs.map { run in
          let readings = run.readings.filter { $0.step % 5 == 0 }
          return ScalingRun(size: run.size, replicate: run.replicate, readings: readings)
        }))
  }

  static let sizes = ComputeFrontier.grid(1e3...1e6, count: 25)
  static let grid = ComputeFrontier.grid(6e7...6e10, count: 13)

  @Test func threeWaysFindTheBestSize() throws {
    let runs = Self.runs(0.4, 0.4)
    let curves = try #require(ScalingCurve.curves(of: runs))
    let surface = try Self.surface(0.4, 0.4)
    let hull = OptimalSizes(hullOf: ComputeFrontier(of: curves, at: Self.grid))
    let parabolas = OptimalSizes(parabolasOf: curves, at: Self.grid)
    let fitted = OptimalSizes(of: surface, between: 1e3...1e6, operations: 6, at: Self.grid)
    for (sizes, tolerance) in [(hull, 0.16), (parabolas, 0.2), (fitted, 1e-4)] {
      #expect(sizes.points.count == 13)
      // Equal factors and exponents: N = D = sqrt(C / 6). Stairs are a factor of 1.33 high, so half of one off; a parabola
      // through a valley cut off at one side leans.
      for point in sizes.points {
        #expect(abs(Elementary.logarithm(point.size / (point.compute / 6).squareRoot())) < tolerance, "\(point)")
      }
    }
    #expect(abs(try #require(fitted.exponent) - 0.5) < 1e-5)
    #expect(abs(try #require(hull.exponent) - 0.5) < 0.03)
    #expect(abs(try #require(parabolas.exponent) - 0.5) < 0.03)
  }

  @Test func theSurfaceKnowsUnequalExponents() throws {
    let surface = try Self.surface(0.3, 0.5)
    let sizes = OptimalSizes(of: surface, between: 1e3...1e9, operations: 6, at: Self.grid)
    #expect(sizes.points.count == 13)
    #expect(abs(try #require(sizes.exponent) - 0.5 / 0.8) < 1e-5)
  }

  @Test func anOptimumAtTheSmallestOrLargestSizeIsNone() throws {
    // The true best sizes are 3e3 to 1e5: sweeps that end before, or begin after.
    let runs = Self.runs(0.4, 0.4)
    for part in [runs.filter { $0.size < 2e3 }, runs.filter { $0.size > 2e5 }] {
      let curves = try #require(ScalingCurve.curves(of: part))
      let frontier = ComputeFrontier(of: curves, at: Self.grid)
      #expect(frontier.points.count > 3 && frontier.points.allSatisfy { !$0.isInterior })
      let sizes = (part[0].size)...(part.last!.size)
      let surface = try Self.surface(0.4, 0.4)
      for found in [
        OptimalSizes(hullOf: frontier), OptimalSizes(parabolasOf: curves, at: Self.grid),
        OptimalSizes(of: surface, between: sizes, operations: 6, at: Self.grid),
      ] { #expect(found.points.isEmpty && found.exponent == nil) }
    }
  }

  /// Of three sizes only the middle one can be an optimum: one stair has no slope, and 0 would be said of any law.
  @Test func oneStairHasNoExponent() throws {
    let runs = Self.runs(0.4, 0.4).filter { [0, 12, 24].contains(Self.sizes.firstIndex(of: $0.size)) }
    let curves = try #require(ScalingCurve.curves(of: runs))
    let hull = OptimalSizes(hullOf: ComputeFrontier(of: curves, at: Self.grid))
    #expect(hull.points.count > 1 && hull.exponent == nil)
  }

  @Test func twoSizesMakeNoParabola() throws {
    let runs = Self.runs(0.4, 0.4).filter { $0.size < 1.5e3 }
    #expect(Set(runs.map(\.size)).count == 2)
    let curves = try #require(ScalingCurve.curves(of: runs))
    #expect(OptimalSizes(parabolasOf: curves, at: Self.grid).points.isEmpty)
    #expect(OptimalSizes(parabolasOf: [], at: Self.grid).points.isEmpty)
  }
}
