/// What a claim demands of its metric, or what a control must not reach.
package struct Requirement: Equatable, Sendable {
  package var bound: Bound
  /// It shows that the gate can fail, so it must not meet the bound.
  package var isControl: Bool

  package enum Bound: Equatable, Sendable {
    case atMost(Double)
    case atLeast(Double)
    /// Neither less nor more.
    case between(ClosedRange<Double>)

    /// The threshold; of two the middle, which is where a drawing looks.
    package var value: Double {
      switch self {
      case .atMost(let value), .atLeast(let value): value
      case .between(let range): (range.lowerBound + range.upperBound) / 2
      }
    }

    /// Lower is better.
    package var isUpper: Bool {
      if case .atMost = self { true } else { false }
    }

    /// Whether there is a better and a worse.
    package var hasDirection: Bool {
      if case .between = self { false } else { true }
    }

    var thresholds: [Double] {
      if case .between(let range) = self { [range.lowerBound, range.upperBound] } else { [value] }
    }

    /// `<= 0.120`, `>= 95 %`, `in 47...53 %`
    package func text(as scale: Scale) -> String {
      (hasDirection ? isUpper ? "<= " : ">= " : "in ") + scale.thresholds(thresholds)
    }

    /// As on paper: `≤ 0.250`.
    func pageText(as scale: Scale) -> String {
      let text = scale.thresholds(thresholds, joinedBy: "\u{A0}…\u{A0}")
      return hasDirection ? (isUpper ? "≤" : "≥") + "\u{A0}" + text : text
    }
  }

  package static func required(_ bound: Bound) -> Requirement { Requirement(bound: bound, isControl: false) }

  package static func mustFail(_ bound: Bound) -> Requirement { Requirement(bound: bound, isControl: true) }

  /// `required <= 0.120` or `must fail <= 0.120`
  package func text(as scale: Scale) -> String { (isControl ? "must fail " : "required ") + bound.text(as: scale) }
}
