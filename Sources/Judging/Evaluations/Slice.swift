/// A part of a split: the examples whose attributes lie in given ranges.
package struct Slice: Hashable, Sendable {
  package struct Condition: Hashable, Sendable {
    package let attribute: String
    package let range: ClosedRange<Int>

    package init(_ attribute: String, _ range: ClosedRange<Int>) {
      self.attribute = attribute
      self.range = range
    }
  }

  /// As printed.
  package let name: String
  /// All of them must hold.
  package let conditions: [Condition]

  package init(_ name: String, _ conditions: [Condition]) {
    self.name = name
    self.conditions = conditions
  }

  /// Every example.
  package static let everything = Slice("everything", [])

  /// One attribute in a range, named after it: `n=8...15`, or `t=2` for a single value.
  package static func of(_ attribute: String, _ range: ClosedRange<Int>) -> Slice {
    let (lower, upper) = (range.lowerBound, range.upperBound)
    let values = lower == upper ? "\(lower)" : "\(lower)...\(upper)"
    return Slice("\(attribute)=\(values)", [Condition(attribute, range)])
  }

  /// The same from a number on: `steps=25...`.
  package static func of(_ attribute: String, _ range: PartialRangeFrom<Int>) -> Slice {
    Slice("\(attribute)=\(range.lowerBound)...", [Condition(attribute, range.lowerBound...Int.max)])
  }

  /// The examples in both.
  package func and(_ other: Slice) -> Slice {
    if conditions.isEmpty { return other }
    if other.conditions.isEmpty { return self }
    return Slice("\(name) \(other.name)", conditions + other.conditions)
  }
}
