/// The best size at each compute, where the sweep can tell: an optimum at its smallest or largest size is none.
package struct OptimalSizes: Sendable, Hashable {
  package struct Point: Sendable, Hashable {
    package let compute: Double
    package let size: Double
  }

  /// By compute.
  package let points: [Point]

  /// The size on the frontier, by stairs: only sizes of the sweep.
  package init(hullOf frontier: ComputeFrontier) {
    points = frontier.points.filter(\.isInterior).map { Point(compute: $0.compute, size: $0.size) }
  }

  /// The lowest point of a parabola through ln L over ln N at equal compute. It is biased where the terms of size and data
  /// fall by different exponents, for then the valley is not symmetric.
  ///
  /// - Parameters:
  ///   - curves: one a size, the smallest first.
  ///   - grid: the computes asked. Where fewer than three sizes were read, there is no point.
  package init(parabolasOf curves: [ScalingCurve], at grid: [Double]) {
    points = grid.compactMap { compute in
      let places = curves.compactMap { curve in curve.place(at: compute).map { (size: curve.size, loss: $0.loss) } }
      return Self.lowest(of: places.map(\.size), places.map(\.loss)).map { Point(compute: compute, size: $0) }
    }
  }

  /// That of the fitted surface, where it lies between the smallest and the largest size.
  ///
  /// - Parameters:
  ///   - sizes: those of the sweep.
  ///   - operations: of a parameter for an example or token: 6 where the compute is C = 6 N D.
  package init(of surface: ScalingSurface, between sizes: ClosedRange<Double>, operations: Double, at grid: [Double]) {
    points = grid.compactMap { compute in
      guard let size = surface.optimalSize(sizeTimesData: compute / operations), Self.isInside(size, sizes)
      else { return nil }
      return Point(compute: compute, size: size)
    }
  }

  /// That of size = k compute^exponent through the points, least squares in logarithms; nil for fewer than two points
  /// or where all are one stair.
  package var exponent: Double? {
    guard Set(points.map(\.size)).count > 1 else { return nil }
    return StraightLine(
      through: points.map { Elementary.logarithm($0.size) }, at: points.map { Elementary.logarithm($0.compute) })?.slope
  }

  private static func lowest(of sizes: [Double], _ losses: [Double]) -> Double? {
    guard let first = sizes.first, let last = sizes.last, let scaled = ScaledLogarithms(of: sizes) else { return nil }
    let places = scaled.logarithms
    let columns = [places.map { _ in 1.0 }, places, places.map { $0 * $0 }]
    guard let parabola = LeastSquares(of: losses.map(Elementary.logarithm), on: columns), parabola.coefficients[2] > 0
    else { return nil }
    let lowest = -parabola.coefficients[1] / (2 * parabola.coefficients[2]) + scaled.mean
    let size = Elementary.exponential(lowest)
    return isInside(size, first...last) ? size : nil
  }

  private static func isInside(_ size: Double, _ sizes: ClosedRange<Double>) -> Bool {
    size > sizes.lowerBound && size < sizes.upperBound
  }
}
