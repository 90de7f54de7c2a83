/// The exponents at which a function is least: of a grid of their logarithms, then around the best of it, ever finer.
///
/// Derivatives would be faster and would find the nearest of several valleys; the grid sees all of them.
enum ExponentSearch {
  /// Where exponents are looked for. Published ones lie between .03 and .8.
  static let range = 0.02...2.0
  /// How many points the grid has along each exponent: neighbours differ by a sixth.
  private static let gridCount = 32

  /// - Parameters:
  ///   - count: one exponent or two.
  ///   - value: asked at several thousand places. What is not a number counts as infinite.
  /// - Returns: each to 1e-8 of itself.
  static func least(_ count: Int, of value: ([Double]) -> Double) -> [Double] {
    precondition(1...2 ~= count, "The grid is for one exponent or two, not \(count).")
    let grid = (0..<gridCount).map(Double.init)
    let places = count == 1 ? grid.map { [$0] } : grid.flatMap { one in grid.map { [one, $0] } }
    var best = (place: places[0], value: Double.infinity)
    func improve(_ candidates: [[Double]]) -> Bool {
      let before = best.value
      for place in candidates {
        let found = value(place.map(exponent))
        if found < best.value { best = (place, found) }
      }
      return best.value < before
    }
    _ = improve(places)
    let directions =
      count == 1 ? [[-1.0], [1]] : [[-1, 0], [1, 0], [0, -1], [0, 1], [-1, -1], [1, 1], [-1, 1], [1, -1]]
    var step = 0.5
    while step > 0x1p-24 {  // of the grid's spacing .149 in logarithms: 9e-9
      let candidates = directions.map { zip(best.place, $0).map { min(max($0 + step * $1, 0), grid[gridCount - 1]) } }
      if !improve(candidates) { step /= 2 }
    }
    return best.place.map(exponent)
  }

  /// Whether an exponent lies within 3 % of an end of the range, or beyond it: then it is the range's number, not the data's.
  static func isAtEdge(_ exponent: Double) -> Bool {
    !(range.lowerBound * 1.03...range.upperBound / 1.03).contains(exponent)
  }

  private static func exponent(at place: Double) -> Double {
    let share = place / Double(gridCount - 1)
    return range.lowerBound * Elementary.power(range.upperBound / range.lowerBound, share)
  }
}
