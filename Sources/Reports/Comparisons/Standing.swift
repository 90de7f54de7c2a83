/// How one number stands to the same number of an earlier run.
package enum Standing: String, Equatable, Hashable, Sendable, CaseIterable {
  /// Every run ended with the same bits.
  case sameBits
  /// No further apart than replicates are by chance.
  case withinNoise
  case better
  case worse
  case notComparable

  package var symbol: String {
    switch self {
    case .sameBits: "="
    case .withinNoise: "~"
    case .better: "+"
    case .worse: "-"
    case .notComparable: "?"
    }
  }

  package var meaning: String {
    switch self {
    case .sameBits: "same bits"
    case .withinNoise: "within noise"
    case .better: "better"
    case .worse: "worse"
    case .notComparable: "not comparable"
    }
  }

  var tint: Tint {
    switch self {
    case .sameBits, .withinNoise: .none
    case .better: .good
    case .worse: .bad
    case .notComparable: .warning
    }
  }
}
