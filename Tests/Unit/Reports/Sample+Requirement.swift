import Reports

/// Claims, as short as samples want them.
extension Requirement {
  static func atMost(_ value: Double) -> Requirement { .required(.atMost(value)) }

  static func atLeast(_ value: Double) -> Requirement { .required(.atLeast(value)) }
}
