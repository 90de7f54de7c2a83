extension Interval {
  /// A share of successes and its Wilson score interval: unlike the usual plus-or-minus, it stays inside 0...1 and has a
  /// width even when every example, or none, is a success.
  ///
  /// - Parameter trials: examples asked; none at all gives an undefined interval.
  package static func wilson(successes: Int, of trials: Int) -> Interval {
    precondition(
      trials >= 0 && (0...trials).contains(successes), "\(successes) successes of \(trials) trials cannot be")
    guard trials > 0 else { return .undefined(count: 0) }
    // The normal distribution's quantile at 0.975, for `level`.
    let z = 1.959963984540054
    return wilson(Double(successes) / Double(trials), worth: Double(trials) / (z * z), count: trials)
  }
}
