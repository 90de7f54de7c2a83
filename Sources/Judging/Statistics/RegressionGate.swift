import Training

/// Whether scores got worse than those accepted, by more than noise and by more than matters.
///
/// Student's test of two samples, one-sided, against a worsening by the smallest effect. Replicates of one number share their
/// first weights and examples, which makes it err on the safe side; that pairing gains less than its test loses, which
/// estimates a spread from half as many degrees of freedom.
package struct RegressionGate: Hashable, Sendable {
  /// How many false regressions, and how many false improvements, are expected in a whole suite after a change that moves
  /// bits and nothing else, where nothing but noise changes and the smallest effect were none.
  package static let falseAlarms = 0.05
  /// The most comparisons that a suite has: it may not have more claims than this that have a better and a worse.
  package static let comparisons = 120

  /// The probability of one false alarm.
  private static var level: Double { falseAlarms / Double(comparisons) }

  /// The mean by which the new scores are higher.
  private let difference: Double
  private let standardError: Double
  private let student: StudentT?
  private let smallestEffect: Double

  package init(accepted: [Double], new: [Double], smallestEffect: Double) {
    self.smallestEffect = smallestEffect
    difference = new.mean - accepted.mean
    let freedom = accepted.count + new.count - 2
    guard accepted.count > 1, new.count > 1, difference.isFinite else {
      (standardError, student) = (.infinity, nil)
      return
    }
    let squares = Self.squares(accepted) + Self.squares(new)
    let shares = 1 / Double(accepted.count) + 1 / Double(new.count)
    standardError = (squares / Double(freedom) * shares).squareRoot()
    student = StudentT(degreesOfFreedom: freedom)
  }

  /// Which way the score went, and farther than the smallest effect and noise; nil where it did not, or where there are too
  /// few scores to tell.
  package var trend: PairedComparison.Trend? {
    guard let student, difference.magnitude > smallestEffect else { return nil }
    let excess = difference.magnitude - smallestEffect
    // Scores that do not vary at all have no noise.
    let isBeyondNoise = standardError == 0 || 1 - student.probabilityBelow(excess / standardError) < Self.level
    return isBeyondNoise ? (difference > 0 ? .grew : .fell) : nil
  }

  /// The smallest true worsening that is found with probability 0.8, at this spread. Infinite where there are too few
  /// scores.
  package var detectable: Double {
    guard let student else { return .infinity }
    return smallestEffect + Self.detectable(student) * standardError
  }

  /// In standard errors: Johnson and Welch's approximation of the noncentral t. The sum of the two quantiles, which is usual,
  /// is found with 0.74 at this level and eight degrees of freedom.
  static func detectable(_ student: StudentT) -> Double {
    let (critical, freedom) = (student.quantile(1 - level), Double(student.degreesOfFreedom))
    // The normal distribution's quantile at 0.8.
    let z = 0.8416212335729143
    return critical * (1 - 1 / (4 * freedom)) + z * (1 + critical * critical / (2 * freedom)).squareRoot()
  }

  private static func squares(_ values: [Double]) -> Double {
    let mean = values.mean
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  }
}
