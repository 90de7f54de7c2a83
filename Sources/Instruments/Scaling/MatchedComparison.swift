/// Whether size helps where the data differ beyond what it does for the loss on the data trained on: points of sizes and steps,
/// fitted by ln shifted = polynomial(ln loss) + gamma log10 N.
package struct MatchedComparison: Sendable, Hashable {
  /// What one network came to at one step.
  package struct Point: Sendable, Hashable {
    package let size: Double
    /// On the distribution it was trained on.
    package let loss: Double
    /// On the other.
    package let shifted: Double

    package init(size: Double, loss: Double, shifted: Double) {
      (self.size, self.loss, self.shifted) = (size, loss, shifted)
    }

    var isPositive: Bool { [size, loss, shifted].allSatisfy { $0.isNormal && $0 > 0 } }
    fileprivate var decades: Double { Elementary.decimalLogarithm(size) }
  }

  /// Gamma: what a decade of size does to ln shifted at equal loss; negative where it helps.
  package let sizeEffect: Double
  /// The polynomial's, from the constant on, in ln loss less `centre`.
  private let curve: [Double]
  private let centre: Double

  /// Nil for fewer points than fitted numbers, one size, or a number that is not positive and finite.
  ///
  /// - Parameter degree: of the polynomial; 3 follows a curve that bends once each way.
  package init?(of points: [Point], degree: Int = 3) {
    precondition(degree > 0, "A curve of degree \(degree) matches nothing.")
    guard points.allSatisfy(\.isPositive), let losses = ScaledLogarithms(of: points.map(\.loss)) else { return nil }
    let powers = (0...degree).map { power in losses.logarithms.map { Self.power($0, power) } }
    guard
      let fit = LeastSquares(
        of: points.map { Elementary.logarithm($0.shifted) }, on: powers + [points.map(\.decades)])
    else { return nil }
    (curve, sizeEffect, centre) = (fit.coefficients.dropLast(), fit.coefficients[degree + 1], losses.mean)
  }

  /// ln(shifted / what the fit says at this loss and size) of any point, of those fitted or another.
  package func residual(of point: Point) -> Double {
    precondition(point.isPositive, "\(point) has no logarithm.")
    let place = Elementary.logarithm(point.loss) - centre
    let foreseen = curve.reversed().reduce(0) { $0 * place + $1 } + sizeEffect * point.decades
    return Elementary.logarithm(point.shifted) - foreseen
  }

  /// ln shifted over log10 N, not matched: what size does at equal steps, for example. Nil as above.
  package static func unmatched(_ points: [Point]) -> StraightLine? {
    guard points.allSatisfy(\.isPositive) else { return nil }
    return StraightLine(through: points.map { Elementary.logarithm($0.shifted) }, at: points.map(\.decades))
  }

  /// ln shifted over ln loss: its slope is kappa, below 1 where the shifted loss falls more slowly. Nil as above.
  package static func lossToLoss(_ points: [Point]) -> StraightLine? {
    guard points.allSatisfy(\.isPositive) else { return nil }
    return StraightLine(
      through: points.map { Elementary.logarithm($0.shifted) }, at: points.map { Elementary.logarithm($0.loss) })
  }

  private static func power(_ x: Double, _ power: Int) -> Double { (0..<power).reduce(1) { product, _ in product * x } }
}
