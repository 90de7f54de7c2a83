/// The least loss of all sizes at equal compute.
package struct ComputeFrontier: Sendable, Hashable {
  package struct Point: Sendable, Hashable {
    package let compute: Double
    package let loss: Double
    /// The size that has it, and the data that it had seen.
    package let size: Double
    package let data: Double
    /// How many of the sizes had been read at this compute: fewer than all, and the best of all may be another.
    package let contenderCount: Int
    /// Whether the best is neither the smallest nor the largest that had been read: else the optimum is that size or beyond, so none.
    package let isInterior: Bool
  }

  /// By compute; without the places where no size was read.
  package let points: [Point]

  /// - Parameters:
  ///   - curves: one a size, the smallest first.
  ///   - grid: the computes asked.
  package init(of curves: [ScalingCurve], at grid: [Double]) {
    points = grid.compactMap { compute in
      let places = curves.compactMap { curve in curve.place(at: compute).map { (size: curve.size, place: $0) } }
      guard let best = places.indices.min(by: { places[$0].place.loss < places[$1].place.loss }) else { return nil }
      return Point(
        compute: compute, loss: places[best].place.loss, size: places[best].size, data: places[best].place.data,
        contenderCount: places.count, isInterior: best > 0 && best < places.count - 1)
    }
  }

  /// Computes whose logarithms are evenly spaced, both ends among them.
  package static func grid(_ range: ClosedRange<Double>, count: Int) -> [Double] {
    precondition(
      count > 1 && range.lowerBound.isNormal && range.lowerBound > 0 && range.upperBound.isFinite,
      "A grid of logarithms needs two points and positive ends, not \(count) of \(range).")
    let growth = range.upperBound / range.lowerBound
    return (0..<count).map { range.lowerBound * Elementary.power(growth, Double($0) / Double(count - 1)) }
  }

  /// The computes at which every size was read; nil where there are none.
  package static func sharedRange(of curves: [ScalingCurve]) -> ClosedRange<Double>? {
    guard let first = curves.map(\.computeRange.lowerBound).max(),
      let last = curves.map(\.computeRange.upperBound).min()
    else { return nil }
    return first < last ? first...last : nil
  }
}
