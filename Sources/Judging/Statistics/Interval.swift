/// An estimate and the range it may lie in, at one confidence level for the whole suite.
///
/// Its three honest corners: nothing counted, or anything not finite among the values, makes it NaN throughout, and a NaN
/// interval meets no requirement; one value alone makes it infinitely wide.
package struct Interval: Hashable, Sendable {
  /// The confidence level of every interval.
  package static let level = 0.95

  package let estimate: Double
  package let lower: Double
  package let upper: Double

  /// How many values it was made from.
  package let count: Int

  @usableFromInline
  package init(estimate: Double, lower: Double, upper: Double, count: Int) {
    self.estimate = estimate
    self.lower = lower
    self.upper = upper
    self.count = count
  }

  /// The interval that no requirement is met by.
  @usableFromInline
  package static func undefined(count: Int) -> Interval {
    Interval(estimate: .nan, lower: .nan, upper: .nan, count: count)
  }

  package var isUndefined: Bool {
    estimate.isNaN || lower.isNaN || upper.isNaN
  }

  package func contains(_ value: Double) -> Bool {
    lower <= value && value <= upper
  }
}

extension Interval: CustomStringConvertible {
  /// Such as `0.141 [0.118, 0.166]`.
  package var description: String {
    "\(brief(estimate)) [\(brief(lower)), \(brief(upper))]"
  }
}
