/// What a score must reach.
package enum Requirement: Hashable, Sendable {
  case atMost(Double)
  case atLeast(Double)
}

extension Requirement {
  /// False for NaN.
  package func isMet(by score: Double) -> Bool {
    switch self {
    case .atMost(let threshold): score <= threshold
    case .atLeast(let threshold): score >= threshold
    }
  }

  package var threshold: Double {
    switch self {
    case .atMost(let threshold), .atLeast(let threshold): threshold
    }
  }

  /// Whether it asks a metric for better scores, not for worse ones.
  package func fits(_ metric: Metric) -> Bool {
    switch self {
    case .atMost: metric.lowerIsBetter
    case .atLeast: !metric.lowerIsBetter
    }
  }
}

extension Requirement: CustomStringConvertible {
  /// Such as `<= 0.12`.
  package var description: String {
    switch self {
    case .atMost(let threshold): "<= \(brief(threshold))"
    case .atLeast(let threshold): ">= \(brief(threshold))"
    }
  }
}
