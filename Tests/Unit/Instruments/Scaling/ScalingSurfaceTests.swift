import Seeds
import Testing

@testable import Instruments

@Suite struct ScalingSurfaceTests {
  @Test func theSurfaceThatMadeTheLossesIsFound() throws {
    let runs = ScalingSamples.runs(sizes: ScalingSamples.publishedSizes, data: ScalingSamples.publishedData) {
      size, data, _ in
      ScalingSamples.published(size: size, data: data)
    }
    #expect(runs.flatMap(\.readings).count == 57)
    let fit = try #require(ScalingSurface(fitting: runs))
    #expect(abs(fit.constant / 1.8172 - 1) < 1e-5)
    #expect(abs(fit.sizeFactor / 482.01 - 1) < 1e-5 && abs(fit.sizeExponent / 0.3478 - 1) < 1e-5)
    #expect(abs(fit.dataFactor / 2085.43 - 1) < 1e-5 && abs(fit.dataExponent / 0.3658 - 1) < 1e-5)
    #expect(!fit.isAtEdge && !fit.isWithoutConstant)
    #expect(abs(fit.optimalSizeExponent - 0.3658 / (0.3478 + 0.3658)) < 1e-6)
    // No size near the best is better.
    let best = try #require(fit.optimalSize(sizeTimesData: 1e20))
    func loss(_ size: Double) -> Double { fit.loss(size: size, data: 1e20 / size) }
    #expect(loss(best) < loss(best * 1.01) && loss(best) < loss(best / 1.01))
  }

  /// What the curvature at the law says of these 57 points: .029, .022 and .006 (the inverse of J'J, by NumPy). The spread of
  /// 40 fits has a standard error of 11 %; three of them are allowed.
  @Test func aPercentOfNoiseMovesItByThis() throws {
    var generator = Seed(root: 11).generator()
    let fits = try (0..<40).map { _ in
      let runs = ScalingSamples.runs(
        sizes: ScalingSamples.publishedSizes, data: ScalingSamples.publishedData
      ) { size, data, _ in
        ScalingSamples.published(size: size, data: data) * Elementary.exponential(0.01 * Draw.normal(using: &generator))
      }
      return try #require(ScalingSurface(fitting: runs))
    }
    for (numbers, wanted) in [
      (fits.map(\.constant), 0.0293), (fits.map(\.sizeExponent), 0.0222), (fits.map(\.dataExponent), 0.00618),
    ] {
      let mean = numbers.reduce(0, +) / 40
      let spread = (numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 39).squareRoot()
      #expect((0.67...1.33).contains(spread / wanted))
    }
  }

  @Test func aConstantOfNoneIsOnItsBound() throws {
    // The law has none, and the largest sizes and data fall faster than it: below 0 would fit better.
    let runs = ScalingSamples.runs(sizes: Self.sizes, data: Self.data) { size, data, _ in
      30 * Elementary.power(size, -0.5) + 20 * Elementary.power(data, -0.4) - 0.02
    }
    let fit = try #require(ScalingSurface(fitting: runs))
    #expect(fit.constant == 0 && fit.isWithoutConstant && !fit.isAtEdge)
    #expect(fit.sizeFactor > 0 && fit.dataFactor > 0)
  }

  @Test func anExponentAtTheEdgeIsSaid() throws {
    func fit(_ alpha: Double, _ beta: Double, factor: Double = 1) throws -> ScalingSurface {
      let runs = ScalingSamples.runs(sizes: ComputeFrontier.grid(1...30, count: 5), data: Self.data) { size, data, _ in
        0.5 + factor * Elementary.power(size, -alpha) + 20 * Elementary.power(data, -beta)
      }
      return try #require(ScalingSurface(fitting: runs))
    }
    #expect(try fit(3, 0.4).isAtEdge)
    #expect(try fit(1.95, 0.4).isAtEdge)
    #expect(try !fit(1.9, 0.4).isAtEdge)
    #expect(try fit(0.5, 0.0204).isAtEdge)
    // Size does nothing: any alpha would do.
    let flat = try fit(1, 0.4, factor: 0)
    #expect(flat.isAtEdge && (flat.sizeFactor > 0) == (flat.optimalSize(sizeTimesData: 1e9) != nil))
  }

  /// Runs of one size and one amount of data count as each of them does.
  @Test func replicatesAreFittedEach() throws {
    let runs = ScalingSamples.noisy(
      sizes: Self.sizes, data: Self.data, replicates: 3, noise: 0.1, seed: 2
    ) { 0.3 + 30 * Elementary.power($0, -0.5) + 20 * Elementary.power($1, -0.4) }
    let fit = try #require(ScalingSurface(fitting: runs))
    func squares(_ surface: ScalingSurface, _ factor: Double = 1) -> Double {
      runs.reduce(0) { sum, run in
        run.readings.reduce(sum) {
          let miss = 1 - factor * surface.loss(size: run.size, data: $1.data) / $1.loss
          return $0 + miss * miss
        }
      }
    }
    // Of all factors of the surface 1 is best, which it is not for the cells' means.
    #expect(squares(fit) < squares(fit, 1.0001) && squares(fit) < squares(fit, 0.9999))
    // Another order of the runs rounds otherwise: where the sum is flat, by the root of a rounding.
    let other = try #require(ScalingSurface(fitting: runs.reversed()))
    #expect(abs(other.sizeExponent - fit.sizeExponent) < 1e-6)
  }

  @Test func whatHasNoSurfaceHasNone() {
    let runs = ScalingSamples.runs(sizes: Self.sizes, data: Self.data) { 1 + 1 / $0 + 1 / $1 + Double($2) }
    #expect(ScalingSurface(fitting: runs) != nil)
    for hostile in [Double.nan, .infinity, 0, -1, Double.leastNonzeroMagnitude] {
      #expect(ScalingSurface(fitting: ScalingSamples.replacingLoss(runs, with: hostile)) == nil)
      #expect(
        ScalingSurface(fitting: runs + [ScalingRun(size: hostile, replicate: 0, readings: runs[0].readings)]) == nil)
    }
    #expect(ScalingSurface(fitting: []) == nil)
    #expect(ScalingSurface(fitting: runs.filter { $0.size == runs[0].size }) == nil)
    #expect(ScalingSurface(fitting: runs.filter { $0.size <= Self.sizes[1] }) == nil)
    #expect(ScalingSurface(fitting: runs.map { $0.after(step: Self.data.count - 2) }) == nil)
    #expect(ScalingSurface(fitting: runs.map { $0.after(step: 100) }) == nil)
  }

  static let sizes = ComputeFrontier.grid(1e3...2e4, count: 5)
  static let data = ComputeFrontier.grid(2e3...3e5, count: 8)
}
