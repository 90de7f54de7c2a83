/// The factors, none negative, of a few columns whose sum is nearest to some numbers; exactly, not by iteration.
///
/// Where a factor is not 0 its bound does nothing, so the answer is the plain least-squares one of some of the columns: the best
/// of those whose factors are all positive.
package struct NonNegativeLeastSquares: Sendable, Hashable {
  /// One a column; 0 where it is on its bound.
  package let coefficients: [Double]
  /// The sum of the squares of weight times residual.
  package let squares: Double

  /// Nil where a number is not finite. Columns that say what others say are no obstacle: one of them gets 0.
  ///
  /// - Parameters:
  ///   - columns: at most four, each as long as the numbers, for all 2^columns sets are tried.
  ///   - weights: factors of the residuals before they are squared.
  package init?(of numbers: [Double], on columns: [[Double]], weights: [Double]) {
    precondition(columns.count <= 4, "All sets of \(columns.count) columns are too many.")
    precondition(
      (columns + [weights]).allSatisfy { $0.count == numbers.count },
      "Columns and weights are as long as the \(numbers.count) numbers, not \(columns.map(\.count)), \(weights.count).")
    let triangle = Triangle(of: (columns + [numbers]).map { zip($0, weights).map(*) }).columns
    var best: (coefficients: [Double], squares: Double)?
    for set in (0..<1 << columns.count).reversed() {
      let chosen = columns.indices.filter { set >> $0 & 1 == 1 }
      guard let fit = LeastSquares(of: triangle[columns.count], on: chosen.map { triangle[$0] }),
        fit.coefficients.allSatisfy({ $0 > 0 }), fit.squares < best?.squares ?? .infinity
      else { continue }
      var coefficients = Array(repeating: 0.0, count: columns.count)
      for (index, coefficient) in zip(chosen, fit.coefficients) { coefficients[index] = coefficient }
      best = (coefficients, fit.squares)
      if chosen.count == columns.count { break }  // nothing bounds it, and nothing is better than the best of all
    }
    guard let best else { return nil }
    (coefficients, squares) = best
  }
}
