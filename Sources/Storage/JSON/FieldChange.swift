/// A field of a JSON document that differs between two of them.
package struct FieldChange: Hashable, Sendable {
  /// Such as `claims["any-target"].scores[2].score`; empty for the document itself.
  package let field: String
  /// Nil where it was not there.
  package let old: JSONValue?
  /// Nil where it is gone.
  package let new: JSONValue?

  package init(field: String, old: JSONValue?, new: JSONValue?) {
    self.field = field
    self.old = old
    self.new = new
  }
}

extension FieldChange: CustomStringConvertible {
  /// Such as `claims["any-target"].scores[2].score: 0.31 -> 0.28`.
  package var description: String {
    "\(field.isEmpty ? "" : field + ": ")\(Self.text(old) ?? "(nothing)") -> \(Self.text(new) ?? "(gone)")".printable
  }

  /// On one line. Of a hash, enough of it to see that it is another.
  private static func text(_ value: JSONValue?) -> String? {
    switch value {
    case nil: nil
    case .string(let string) where string.count == 64 && string.isLowercaseHexadecimal: "\(string.prefix(12))..."
    case .array(let elements): "a list of \(elements.count)"
    case .object(let members): "an object of \(members.count)"
    case .some(let scalar): String(scalar.text.dropLast())
    }
  }
}

extension JSONValue {
  /// Every field in which another document differs, in the order of the text; none where they are equal.
  package func changes(to other: JSONValue, field: String = "") -> [FieldChange] {
    switch (self, other) {
    case (let old, let new) where old == new: return []
    case (.object(let old), .object(let new)):
      let names = Self.sortedMembers(old.merging(new) { old, _ in old }).map(\.name)
      return names.flatMap { name in
        Self.changes(old[name], new[name], field: field + FixtureReader.step(to: name, from: field))
      }
    case (.array(let old), .array(let new)):
      return (0..<max(old.count, new.count)).flatMap { place in
        Self.changes(
          place < old.count ? old[place] : nil, place < new.count ? new[place] : nil, field: "\(field)[\(place)]")
      }
    default: return [FieldChange(field: field, old: self, new: other)]
    }
  }

  private static func changes(_ old: JSONValue?, _ new: JSONValue?, field: String) -> [FieldChange] {
    guard let old, let new else {
      return old == new ? [] : [FieldChange(field: field, old: old, new: new)]
    }
    return old.changes(to: new, field: field)
  }
}
