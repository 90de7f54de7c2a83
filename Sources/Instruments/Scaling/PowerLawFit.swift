/// A power law and a constant, y = E + K x^-gamma with E and K not negative, fitted to points.
package struct PowerLawFit: Sendable, Hashable {
  /// E.
  package let constant: Double
  /// K.
  package let factor: Double
  /// Gamma.
  package let exponent: Double
  /// The standard deviation of ln((y - E) / K x^-gamma), counting the fitted numbers; nil where a point lies below E or there
  /// are no more points than fitted numbers.
  package let spread: Double?

  /// Least squares on y: for each gamma the best E and K exactly, and the best gamma of .02 to 2.
  ///
  /// Nil for fewer than three different x, an x that is not positive, or a number that is not finite.
  /// - Parameter weights: factors of the residuals before they are squared: 1 / y for relative ones; all 1 where none are given.
  package init?(of y: [Double], on x: [Double], weights: [Double]? = nil) {
    precondition(
      x.count == y.count && weights?.count ?? y.count == y.count,
      "A law is fitted to as many y as x and weights, not \(y.count), \(x.count), \(weights?.count ?? y.count).")
    guard Set(x).count > 2, let scaled = ScaledLogarithms(of: x) else { return nil }
    let ones = Array(repeating: 1.0, count: y.count)
    func fit(_ exponent: Double) -> NonNegativeLeastSquares? {
      NonNegativeLeastSquares(of: y, on: [ones, scaled.powers(-exponent)], weights: weights ?? ones)
    }
    let exponent = ExponentSearch.least(1) { fit($0[0])?.squares ?? .infinity }[0]
    guard let best = fit(exponent) else { return nil }
    self.init(
      constant: best.coefficients[0], factor: best.coefficients[1] * scaled.unit(exponent), exponent: exponent, y, x,
      fittedCount: 3)
  }

  /// The law above a constant that is known, an entropy: a straight line through ln(y - E) over ln x.
  ///
  /// Nil where a y is not above the constant, for fewer than two different x, an x that is not positive, or a number that is
  /// not finite. The exponent may be any number.
  package init?(of y: [Double], on x: [Double], above constant: Double) {
    precondition(x.count == y.count, "A law is fitted to as many y as x, not \(y.count), \(x.count).")
    let rest = y.map { $0 - constant }
    guard rest.allSatisfy({ $0.isNormal && $0 > 0 }), let scaled = ScaledLogarithms(of: x),
      let line = StraightLine(through: rest.map(Elementary.logarithm), at: scaled.logarithms)
    else { return nil }
    let factor = Elementary.exponential(line.intercept) * scaled.unit(-line.slope)
    self.init(constant: constant, factor: factor, exponent: -line.slope, y, x, fittedCount: 2)
  }

  private init(
    constant: Double, factor: Double, exponent: Double, _ y: [Double], _ x: [Double], fittedCount: Int
  ) {
    (self.constant, self.factor, self.exponent) = (constant, factor, exponent)
    let ratios = zip(x, y).map { ($1 - constant) / (factor * Elementary.power($0, -exponent)) }
    guard ratios.allSatisfy({ $0.isNormal && $0 > 0 }), ratios.count > fittedCount else {
      spread = nil
      return
    }
    let squares = ratios.map(Elementary.logarithm).reduce(0) { $0 + $1 * $1 }
    spread = (squares / Double(ratios.count - fittedCount)).squareRoot()
  }

  /// Whether gamma says nothing: it lies within 3 % of an end of where it was looked for, or beyond, or the law has no part.
  package var isAtEdge: Bool { ExponentSearch.isAtEdge(exponent) || factor == 0 }

  /// Whether the constant is on its bound: 0 is then not found but the least that was allowed.
  package var isWithoutConstant: Bool { constant == 0 }

  package func value(at x: Double) -> Double { constant + factor * Elementary.power(x, -exponent) }
}
