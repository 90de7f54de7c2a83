/// Reads a fixture strictly: every step asks for one type, and whatever is not as asked becomes a `FixtureProblem` that
/// names the file, the field and the mend.
package struct FixtureReader: Sendable {
  package let value: JSONValue
  package let file: String
  package let field: String
  package let mend: String

  private init(value: JSONValue, file: String, field: String, mend: String) {
    self.value = value
    self.file = file
    self.field = field
    self.mend = mend
  }

  /// Reads the document in these bytes.
  package init(_ bytes: [UInt8], file: String, mend: String) throws(FixtureProblem) {
    do {
      self.init(value: try JSONValue(parsing: bytes), file: file, field: "", mend: mend)
    } catch {
      throw FixtureProblem(
        file: file, field: "line \(error.line), column \(error.column)", what: error.what, mend: mend)
    }
  }

  /// Reads a document that is parsed already.
  package init(_ value: JSONValue, file: String, mend: String) {
    self.init(value: value, file: file, field: "", mend: mend)
  }

  package func problem(_ what: String) -> FixtureProblem {
    FixtureProblem(file: file, field: field, what: what, mend: mend)
  }

  private func expected(_ kind: String) -> FixtureProblem {
    problem("expected \(kind), found \(value.kindName)")
  }

  /// An object with these members, no fewer and no more.
  package func members(_ names: String...) throws(FixtureProblem) -> [String: FixtureReader] {
    try members(names)
  }

  package func members(_ names: [String]) throws(FixtureProblem) -> [String: FixtureReader] {
    let found = Dictionary(uniqueKeysWithValues: try entries().map { ($0.name, $0.reader) })
    for name in names where found[name] == nil { throw problem("the field \"\(name)\" is missing") }
    for name in found.keys.sorted() where !names.contains(name) {
      throw problem("the field \"\(name)\" is unknown (known: \(names.joined(separator: ", ")))")
    }
    return found
  }

  /// An object of any members, by name.
  package func entries() throws(FixtureProblem) -> [(name: String, reader: FixtureReader)] {
    guard case .object(let members) = value else { throw expected("an object") }
    return JSONValue.sortedMembers(members).map { member in
      let step = Self.step(to: member.name, from: field)
      return (member.name, FixtureReader(value: member.value, file: file, field: field + step, mend: mend))
    }
  }

  /// How a member is written behind the field it belongs to: `.seed`, or `["small-target"]`.
  static func step(to name: String, from field: String) -> String {
    let isPlain = name.utf8.allSatisfy { $0.isLetter }
    return isPlain ? (field.isEmpty ? name : ".\(name)") : "[\"\(name)\"]"
  }

  package func elements() throws(FixtureProblem) -> [FixtureReader] {
    guard case .array(let elements) = value else { throw expected("a list") }
    return elements.enumerated().map {
      FixtureReader(value: $0.element, file: file, field: "\(field)[\($0.offset)]", mend: mend)
    }
  }

  package func string() throws(FixtureProblem) -> String {
    guard case .string(let string) = value else { throw expected("a string") }
    return string
  }

  /// A string with something in it.
  package func words() throws(FixtureProblem) -> String {
    let string = try string()
    if string.allSatisfy(\.isWhitespace) { throw problem("is empty") }
    return string
  }

  /// Lowercase hexadecimal digits.
  package func fingerprint() throws(FixtureProblem) -> String {
    let string = try string()
    guard string.isLowercaseHexadecimal else { throw problem("\"\(string)\" is no lowercase hexadecimal fingerprint") }
    return string
  }

  package func integer() throws(FixtureProblem) -> Int {
    guard case .integer(let integer) = value else { throw expected("a whole number") }
    return integer
  }

  /// Any number, whole or not.
  package func number() throws(FixtureProblem) -> Double {
    switch value {
    case .real(let real): return real
    case .integer(let integer): return Double(integer)
    default: throw expected("a number")
    }
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
  }
}

extension String {
  /// Not empty, and nothing but 0...9 and a...f.
  package var isLowercaseHexadecimal: Bool {
    !isEmpty
      && utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }
}
