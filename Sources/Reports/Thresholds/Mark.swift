/// The verdict on a claim in one character.
package enum Mark: String, Equatable, Hashable, Sendable, CaseIterable {
  case passed
  /// The same bits as the baseline: nothing to argue about.
  case sameBits
  /// Worse than the baseline by less than can be told from chance.
  case withinNoise
  /// Better than the baseline: asks for a tighter one.
  case improved
  /// The baseline is of another dataset revision.
  case notComparable
  case failed
  /// Failed, and the baseline did not.
  case newlyFailing

  package var isFailing: Bool { self == .failed || self == .newlyFailing }

  package func symbol(_ style: Style = .plain) -> String {
    switch self {
    case .passed: style == .ascii ? "." : "✓"
    case .sameBits: "="
    case .withinNoise: "~"
    case .improved: "+"
    case .notComparable: "?"
    case .failed: "x"
    case .newlyFailing: "!"
    }
  }

  /// What the symbol says, for a legend.
  package var meaning: String {
    switch self {
    case .passed: "passed"
    case .sameBits: "same bits as the baseline"
    case .withinNoise: "within noise of the baseline"
    case .improved: "improved: tighten its baseline"
    case .notComparable: "not comparable: the dataset changed"
    case .failed: "failed"
    case .newlyFailing: "newly failing: its baseline passed"
    }
  }

  var tint: Tint {
    switch self {
    case .passed, .sameBits, .withinNoise: .good
    case .improved, .notComparable: .warning
    case .failed, .newlyFailing: .bad
    }
  }
}
