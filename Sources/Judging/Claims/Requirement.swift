/// What a score must reach.
package enum Requirement: Hashable, Sendable {
  case atMost(Double)
  case atLeast(Double)
  /// Neither less nor more: the whole interval lies inside, and a control's wholly outside.
  case between(ClosedRange<Double>)
}

extension Requirement {
  /// False for NaN.
  package func isMet(by score: Double) -> Bool {
    switch self {
    case .atMost(let threshold): score <= threshold
    case .atLeast(let threshold): score >= threshold
    case .between(let range): range.contains(score)
    }
  }

  /// Whether all of these miss it, and on one side: what scatters about it on both is not shown to lie elsewhere.
  package func isMissedOnOneSide(by scores: [Double]) -> Bool {
    switch self {
    case .atMost, .atLeast: scores.allSatisfy { !isMet(by: $0) }
    case .between(let range):
      scores.allSatisfy { $0 < range.lowerBound } || scores.allSatisfy { $0 > range.upperBound }
    }
  }

  package var thresholds: [Double] {
    switch self {
    case .atMost(let threshold), .atLeast(let threshold): [threshold]
    case .between(let range): [range.lowerBound, range.upperBound]
    }
  }

  /// Whether there is a better and a worse: not where too much is as wrong as too little.
  package var hasDirection: Bool {
    if case .between = self { false } else { true }
  }

  /// The smallest worsening that is worth a failure where a claim declares none: of a share a fifth of what the threshold
  /// leaves to the best, within .001...0.02; of other numbers a tenth of the threshold.
  package func smallestEffect(_ metric: Metric) -> Double {
    switch self {
    case .atMost(let threshold): threshold.magnitude / 10
    case .atLeast(let threshold): metric.isShare ? min(max((1 - threshold) / 5, 0.001), 0.02) : threshold.magnitude / 10
    case .between(let range): (range.upperBound - range.lowerBound) / 10
    }
  }

  /// Whether it asks a metric for better scores, not for worse ones.
  package func fits(_ metric: Metric) -> Bool {
    switch self {
    case .atMost: metric.lowerIsBetter
    case .atLeast: !metric.lowerIsBetter
    case .between: metric.isReading
    }
  }
}

extension Requirement: CustomStringConvertible {
  /// Such as `<= 0.12`.
  package var description: String {
    switch self {
    case .atMost(let threshold): "<= \(brief(threshold))"
    case .atLeast(let threshold): ">= \(brief(threshold))"
    case .between(let range): "between \(brief(range.lowerBound)) and \(brief(range.upperBound))"
    }
  }
}
