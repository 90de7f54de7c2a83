import Data

/// Chance in the answers that a stage learns from. What of the loss remains to one who knows every answer and the chance is
/// then known, and need not be fitted.
package enum LabelNoise: Sendable, Hashable {
  /// To each number one from a normal distribution is added, of mean 0.
  case normal(variance: Double)
  /// With this probability a class gives way to any of so many, itself among them.
  case replaced(Probability, classes: Int)

  /// The squared error, or the cross-entropy in nats, of one who knows all that there is to know.
  package var irreducibleLoss: Double {
    switch self {
    case .normal(let variance): return variance
    case .replaced(let probability, let classes):
      let other = probability.share / Double(classes)
      return Entropy.of([1 - probability.share + other] + Array(repeating: other, count: classes - 1))
    }
  }
}

extension Probability {
  fileprivate var share: Double { Double(numerator) / Double(denominator) }
}
