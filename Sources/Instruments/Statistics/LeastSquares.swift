/// The factors of a few columns whose sum is nearest to some numbers, by Householder's QR in double precision and one order.
///
/// `LinearFit` asks another thing, how much columns explain, and takes columns that say what others say; here they have no
/// answer, for their factors are anything.
package struct LeastSquares: Sendable, Hashable {
  /// One a column.
  package let coefficients: [Double]
  /// One a number: it less the columns' sum, not weighted.
  package let residuals: [Double]
  /// The sum of the squares of weight times residual.
  package let squares: Double

  /// Nil where there is no one answer: fewer numbers than columns, a column that the others say (all but a part in 10^12 of
  /// its length: a thousand roundings of a double), or a number that is not finite.
  ///
  /// - Parameters:
  ///   - columns: each as long as the numbers.
  ///   - weights: factors of the residuals before they are squared, so 1 / standard deviation; all 1 where none are given.
  package init?(of numbers: [Double], on columns: [[Double]], weights: [Double]? = nil) {
    precondition(
      (columns + (weights.map { [$0] } ?? [])).allSatisfy { $0.count == numbers.count },
      "Columns and weights are as long as the \(numbers.count) numbers, not \(columns.map(\.count)), \(weights?.count ?? 0)."
    )
    let weighted = (columns + [numbers]).map { column in weights.map { zip($0, column).map(*) } ?? column }
    guard numbers.count >= columns.count,
      let coefficients = Self.coefficients(of: Triangle(of: weighted).columns)
    else { return nil }
    let residuals = numbers.indices.map { row in
      columns.indices.reduce(numbers[row]) { $0 - coefficients[$1] * columns[$1][row] }
    }
    let squares = residuals.indices.reduce(0) { sum, row in
      let weighted = residuals[row] * (weights?[row] ?? 1)
      return sum + weighted * weighted
    }
    guard squares.isFinite else { return nil }
    (self.coefficients, self.residuals, self.squares) = (coefficients, residuals, squares)
  }

  /// From the last column back.
  ///
  /// - Parameter triangle: the columns, and last the numbers.
  private static func coefficients(of triangle: [[Double]]) -> [Double]? {
    var rest = triangle[triangle.count - 1]
    var found = Array(repeating: 0.0, count: triangle.count - 1)
    for place in found.indices.reversed() {
      let column = triangle[place]
      let length = column.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard column[place].magnitude > 1e-12 * length else { return nil }
      found[place] = rest[place] / column[place]
      for row in 0..<place { rest[row] -= found[place] * column[row] }
    }
    return found.allSatisfy(\.isFinite) ? found : nil
  }
}
