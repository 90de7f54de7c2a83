/// Where the law of best spent compute would fall below the law of data, which nothing can: there one of them must bend.
///
/// The compute frontier falls as C^-a, data at the largest size as D^-b, and the frontier's data grow as C^d. Along the frontier
/// the second law says C^-(b d), so the first crosses it if rho = a / (b d) is above 1. An additive surface has rho = 1 and
/// never crosses: a crossing says that the form is wrong, or that the ranges differ. It is an extrapolation.
package struct LawCrossing: Sendable, Hashable {
  package let rho: Double
  /// The compute at which both laws, each above its own constant, say the same, if from there on the first says less; nil where
  /// it never does, or at no compute that a double holds.
  package let compute: Double?

  /// Nil where data do not grow along the frontier, or a law does not fall.
  ///
  /// - Parameters:
  ///   - frontier: loss by compute.
  ///   - data: loss by data.
  ///   - growth: ln D over ln C along the frontier.
  package init?(frontier: PowerLawFit, data: PowerLawFit, growth: StraightLine) {
    guard growth.slope > 0, frontier.factor > 0, frontier.exponent > 0, data.factor > 0, data.exponent > 0 else {
      return nil
    }
    rho = Self.rho(compute: frontier.exponent, data: data.exponent, growth: growth.slope)
    // ln K - a ln C = ln J - b (g + d ln C)
    let steeper = frontier.exponent - data.exponent * growth.slope
    let lead =
      Elementary.logarithm(frontier.factor) - Elementary.logarithm(data.factor) + data.exponent * growth.intercept
    let crossing = steeper > 0 ? Elementary.exponential(lead / steeper) : .infinity
    compute = crossing.isNormal ? crossing : nil
  }

  /// The laws of a sweep; nil where one of them cannot be fitted, or fewer than two of the frontier's points are interior: at the
  /// smallest and the largest size the data grow with the compute because the size cannot.
  ///
  /// - Parameter largest: the run or mean curve of the largest size, by data.
  package init?(frontier: ComputeFrontier, largest: (losses: [Double], data: [Double])) {
    let interior = frontier.points.filter(\.isInterior)
    guard let law = PowerLawFit(of: frontier.points.map(\.loss), on: frontier.points.map(\.compute)),
      let data = PowerLawFit(of: largest.losses, on: largest.data),
      let growth = StraightLine(
        through: interior.map { Elementary.logarithm($0.data) }, at: interior.map { Elementary.logarithm($0.compute) })
    else { return nil }
    self.init(frontier: law, data: data, growth: growth)
  }

  /// - Parameters: the exponents of the three laws.
  package static func rho(compute: Double, data: Double, growth: Double) -> Double { compute / (data * growth) }
}
