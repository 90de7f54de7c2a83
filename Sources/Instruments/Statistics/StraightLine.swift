/// The straight line through points that leaves the least sum of squares.
package struct StraightLine: Sendable, Hashable {
  package let slope: Double
  /// What it says at 0.
  package let intercept: Double
  /// The part of the numbers' variance that it explains: R squared, 0 where they do not vary.
  package let explained: Double

  /// Nil where the places are one and the same, or a number is not finite.
  package init?(through numbers: [Double], at places: [Double]) {
    precondition(
      numbers.count == places.count,
      "A line goes through as many numbers as places, not \(numbers.count), \(places.count).")
    let ones = Array(repeating: 1.0, count: numbers.count)
    guard let fit = LeastSquares(of: numbers, on: [ones, places]), let level = LeastSquares(of: numbers, on: [ones])
    else { return nil }
    (intercept, slope) = (fit.coefficients[0], fit.coefficients[1])
    explained = level.squares > 0 ? max(0, 1 - fit.squares / level.squares) : 0
  }

  package func value(at place: Double) -> Double { intercept + slope * place }
}
