extension JSONValue {
  /// The document as text: two spaces a level, a list or object of plain values on one line where it fits, and a newline
  /// at the end.
  package var text: String {
    var text = ""
    write(to: &text, indent: 0, room: Self.lineLength)
    return text + "\n"
  }

  private static let lineLength = 100

  /// The whole value on one line, without its line break.
  package var line: String {
    switch self {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .integer(let value): return String(value)
    case .real(let value):
      precondition(value.isFinite, "JSON has no number for \(value)")
      return value.description
    case .string(let value): return Self.quoted(value)
    case .array(let elements): return "[" + elements.map(\.line).joined(separator: ", ") + "]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      let lines = Self.sortedMembers(members).map { "\(Self.quoted($0.name)): \($0.value.line)" }
      return "{ " + lines.joined(separator: ", ") + " }"
    }
  }

  private func write(to text: inout String, indent: Int, room: Int) {
    if isFlat {
      let line = line
      if isScalar || line.utf8.count <= room { return text += line }
    }
    let inner = String(repeating: " ", count: indent + 2)
    let end = "\n" + String(repeating: " ", count: indent)
    switch self {
    case .array(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        text += (index == 0 ? "\n" : ",\n") + inner
        element.write(to: &text, indent: indent + 2, room: Self.lineLength - indent - 2)
      }
      text += end + "]"
    case .object(let members):
      text += "{"
      for (index, member) in Self.sortedMembers(members).enumerated() {
        let label = "\(Self.quoted(member.name)): "
        text += (index == 0 ? "\n" : ",\n") + inner + label
        member.value.write(
          to: &text, indent: indent + 2, room: Self.lineLength - indent - 2 - label.utf8.count)
      }
      text += end + "}"
    default: text += line
    }
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  /// Nothing inside holds anything further.
  private var isFlat: Bool {
    switch self {
    case .array(let elements): elements.allSatisfy(\.isScalar)
    case .object(let members): members.values.allSatisfy(\.isScalar)
    default: true
    }
  }

  private static func quoted(_ string: String) -> String {
    var text = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case "\r": text += "\\r"
      case let control where control.value < 0x20:
        let digits = String(control.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
