/// What a claim demands of its metric, or what a control must not reach.
package enum Requirement: Equatable, Sendable {
  case required(Bound)
  /// A control: it shows that the gate can fail, so it must not meet the bound.
  case mustFail(Bound)

  package enum Bound: Equatable, Sendable {
    case atMost(Double)
    case atLeast(Double)
    /// Neither less nor more.
    case between(ClosedRange<Double>)

    /// `<= 0.120`
    package var text: String {
      switch self {
      case .atMost(let value): "<= " + NumberText.significant(value)
      case .atLeast(let value): ">= " + NumberText.significant(value)
      case .between(let range):
        "in " + NumberText.significant(range.lowerBound) + "..." + NumberText.significant(range.upperBound)
      }
    }
  }

  package static func atMost(_ value: Double) -> Requirement { .required(.atMost(value)) }

  package static func atLeast(_ value: Double) -> Requirement { .required(.atLeast(value)) }

  package var isControl: Bool {
    if case .mustFail = self { true } else { false }
  }

  /// `required <= 0.120` or `must fail <= 0.120`
  package var text: String {
    switch self {
    case .required(let bound): "required " + bound.text
    case .mustFail(let bound): "must fail " + bound.text
    }
  }
}
