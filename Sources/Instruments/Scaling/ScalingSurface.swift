/// Loss by size and data, L(N, D) = E + A N^-alpha + B D^-beta, none of E, A and B negative, fitted to runs.
package struct ScalingSurface: Sendable, Hashable {
  /// E: what no size and no data would take away.
  package let constant: Double
  /// A.
  package let sizeFactor: Double
  /// Alpha.
  package let sizeExponent: Double
  /// B.
  package let dataFactor: Double
  /// Beta.
  package let dataExponent: Double

  /// The surface that leaves the least sum of squares of 1 - L / loss over all readings, by variable projection: for each alpha
  /// and beta the best E, A and B exactly, and the best of both exponents in .02 to 2.
  ///
  /// Nil for fewer than three sizes or amounts of data, or a number that is not positive and finite.
  package init?(fitting runs: [ScalingRun]) {
    guard runs.allSatisfy(\.isPositive) else { return nil }
    let cells = ScalingCell.cells(of: runs.filter { !$0.readings.isEmpty })
    guard Set(cells.map(\.size)).count > 2, Set(cells.map(\.data)).count > 2,
      let sizes = ScaledLogarithms(of: cells.map(\.size)), let data = ScaledLogarithms(of: cells.map(\.data))
    else { return nil }
    let (targets, weights) = (cells.map(\.relative.target), cells.map(\.relative.weight))
    let ones = Array(repeating: 1.0, count: cells.count)
    func fit(_ exponents: [Double]) -> NonNegativeLeastSquares? {
      NonNegativeLeastSquares(
        of: targets, on: [ones, sizes.powers(-exponents[0]), data.powers(-exponents[1])], weights: weights)
    }
    let exponents = ExponentSearch.least(2) { fit($0)?.squares ?? .infinity }
    guard let best = fit(exponents) else { return nil }
    constant = best.coefficients[0]
    (sizeExponent, dataExponent) = (exponents[0], exponents[1])
    sizeFactor = best.coefficients[1] * sizes.unit(sizeExponent)
    dataFactor = best.coefficients[2] * data.unit(dataExponent)
  }

  package func loss(size: Double, data: Double) -> Double {
    constant + sizeFactor * Elementary.power(size, -sizeExponent) + dataFactor * Elementary.power(data, -dataExponent)
  }

  /// Whether an exponent says nothing: it lies within 3 % of an end of where it was looked for, or its term is 0 and any would do.
  package var isAtEdge: Bool {
    ExponentSearch.isAtEdge(sizeExponent) || ExponentSearch.isAtEdge(dataExponent) || sizeFactor == 0 || dataFactor == 0
  }

  /// Whether the constant is on its bound: 0 is then not found but the least that was allowed.
  package var isWithoutConstant: Bool { constant == 0 }

  /// The exponent of the best size as compute grows, where compute goes as size times data: beta / (alpha + beta).
  package var optimalSizeExponent: Double { dataExponent / (sizeExponent + dataExponent) }

  /// The size with the least loss, where a size's data times the size is this product (of C = 6 N D it is C / 6); nil where a
  /// term is 0, so that the best is no size.
  package func optimalSize(sizeTimesData product: Double) -> Double? {
    guard sizeFactor > 0, dataFactor > 0 else { return nil }
    // d/dN of A N^-alpha + B (product / N)^-beta is 0.
    let ratio = sizeExponent * sizeFactor / (dataExponent * dataFactor)
    return Elementary.power(ratio, 1 / (sizeExponent + dataExponent)) * Elementary.power(product, optimalSizeExponent)
  }
}
