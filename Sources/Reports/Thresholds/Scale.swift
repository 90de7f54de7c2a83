/// What the numbers of a metric are: how they are written, and between which they lie. An interval may reach further, for
/// the statistics know of no bounds; written, it ends where the metric does.
package enum Scale: String, Hashable, Sendable, CaseIterable {
  /// Any number: `-0.193 [-0.217, -0.170]`.
  case number
  /// Never below zero: `0.155 [0.096, 0.214]`.
  case error
  /// 0...1, in percent: `99.5 % [98.3, 100.0]`. Near 1 the first digits of a share say nothing.
  case share

  private var range: ClosedRange<Double> {
    switch self {
    case .number: -.infinity ... .infinity
    case .error: 0 ... .infinity
    case .share: 0...1
    }
  }

  /// One number alone.
  package func text(_ value: Double) -> String {
    self == .share ? NumberText.percent(value) : NumberText.significant(value)
  }

  /// What is required: `0.250`, `95 %`, `50...65 %`.
  func thresholds(_ values: [Double], joinedBy separator: String = "...") -> String {
    guard self == .share else { return values.map { NumberText.significant($0) }.joined(separator: separator) }
    return values.map { NumberText.short($0 * 100) }.joined(separator: separator) + " %"
  }

  /// The part of an interval that the metric can have; what is no number stays none.
  func bounded(_ interval: Interval) -> Interval {
    func bounded(_ end: Double) -> Double {
      end.isNaN ? end : min(max(end, range.lowerBound), range.upperBound)
    }
    return Interval(bounded(interval.lower), bounded(interval.upper))
  }
}
