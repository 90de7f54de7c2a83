/// A ratio of integers in 0...1.
package struct Probability: Hashable, Sendable {
  package let numerator: Int
  package let denominator: Int

  package init(_ numerator: Int, of denominator: Int) {
    precondition(
      denominator > 0 && 0...denominator ~= numerator, "\(numerator) of \(denominator) is not a probability.")
    (self.numerator, self.denominator) = (numerator, denominator)
  }

  /// So much of a count, rounded down, however large the ratio's integers are.
  func floor(of count: Int) -> Int {
    precondition(count >= 0, "There is no part of \(count).")
    return denominator.dividingFullWidth(count.multipliedFullWidth(by: numerator)).quotient
  }

  package static let never = Probability(0, of: 1)
  package static let always = Probability(1, of: 1)
}
