/// A JSON document as a value. Its text is the same on every machine: keys sorted by their UTF-8 bytes, numbers as the
/// shortest text that reads back as the same bits.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number written without fraction or exponent, that fits.
  case integer(Int)
  /// Any other number; always finite.
  case real(Double)
  case string(String)
  case array([JSONValue])
  /// The dictionary's own order reaches nothing: whoever walks it goes through `sortedMembers`.
  case object([String: JSONValue])
}

extension JSONValue {
  /// What it is, for a message such as "expected a string, found a list".
  package var kindName: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .integer: "a whole number"
    case .real: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }

  /// The whole number that it is, also where it is written as 3.0 or 3e0; nil where it is none, or does not fit.
  package var wholeNumber: Int? {
    switch self {
    case .integer(let whole): whole
    case .real(let real): Int(exactly: real)
    default: nil
    }
  }

  package static func sortedMembers(_ members: [String: JSONValue]) -> [(name: String, value: JSONValue)] {
    members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { (name: $0.key, value: $0.value) }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(floatLiteral value: Double) { self = .real(value) }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(uniqueKeysWithValues: elements))
  }
}
