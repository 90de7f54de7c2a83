import Judging

/// When an error counts as learned, and its fall as a change of phase. Every number is declared, and none is fitted.
package struct PhaseRule: Sendable, Hashable {
  /// At most this is learned, if it stays so.
  package var learned: Double
  /// The largest error of a plateau is at most so many times its smallest.
  package var band: Double
  /// A plateau lies wholly above so many times what is learned: below, a curve is already coming down.
  package var height: Double

  package init(learned: Double, band: Double, height: Double) {
    precondition(
      learned > 0 && band >= 1 && height >= band,
      "Learned is more than 0, a band at least 1, and the height no less: not \(learned), \(band), \(height).")
    (self.learned, self.band, self.height) = (learned, band, height)
  }

  /// For squared errors of whole numbers.
  ///
  /// Learned, 1/4: the root of the error is half of what separates two answers. The band, 1.5: of an error that stands
  /// still, the mean over 100 examples, whose squared errors spread as much as they are large, lies between 0.8 and 1.2
  /// times what it should be (two standard errors of 1/10). The height, 4: an exponential then falls through the band
  /// in ln 1.5 / ln 4 = 0.3 of the time that it needs for the rest, and is never taken for a change of phase.
  package static let squaredErrorOfWholeNumbers = PhaseRule(learned: 0.25, band: 1.5, height: 4)

  /// For what an accuracy lacks of 1. Learned, 1/20: what the claims of accuracy allow to be wrong; the rest as above.
  package static let lackOfAccuracy = PhaseRule(learned: 0.05, band: 1.5, height: 4)

  /// The rule for a metric's errors.
  package static func of(_ metric: Metric) -> PhaseRule {
    metric.lowerIsBetter ? .squaredErrorOfWholeNumbers : .lackOfAccuracy
  }
}
