/// What a claim demands of its metric, or what a control must not reach.
package struct Requirement: Equatable, Sendable {
  package var bound: Bound
  /// It shows that the gate can fail, so it must not meet the bound.
  package var isControl: Bool

  package enum Bound: Equatable, Sendable {
    case atMost(Double)
    case atLeast(Double)

    package var value: Double {
      switch self {
      case .atMost(let value), .atLeast(let value): value
      }
    }

    /// Lower is better.
    package var isUpper: Bool {
      if case .atMost = self { true } else { false }
    }

    /// `<= 0.120`
    package var text: String { (isUpper ? "<= " : ">= ") + NumberText.significant(value) }

    /// As on paper: `≤ 0.250`.
    var pageText: String { (isUpper ? "≤" : "≥") + "\u{A0}" + NumberText.significant(value) }
  }

  package static func required(_ bound: Bound) -> Requirement { Requirement(bound: bound, isControl: false) }

  package static func mustFail(_ bound: Bound) -> Requirement { Requirement(bound: bound, isControl: true) }

  /// `required <= 0.120` or `must fail <= 0.120`
  package var text: String { (isControl ? "must fail " : "required ") + bound.text }
}
