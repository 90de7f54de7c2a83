/// How rows of a few columns are written for other programs.
package enum RecordFormat: String, Sendable, Hashable, CaseIterable {
  /// RFC 4180, with a line of names before the rows.
  case csv
  /// An object a row.
  case jsonl

  /// As the file's name ends.
  ///
  /// - Parameter option: where the name was given, for the message.
  package init(ofFile path: String, option: String) throws(SettingProblem) {
    let end = path.split(separator: "/").last?.split(separator: ".", omittingEmptySubsequences: false)
    guard let end, end.count > 1, !path.hasSuffix("/"), let format = RecordFormat(rawValue: String(end[end.count - 1]))
    else {
      throw SettingProblem(
        name: option, value: path, mend: "Give a file that ends in .csv or .jsonl: it is written as that.")
    }
    self = format
  }

  /// What stands before the first row.
  package func head(_ columns: [String]) -> String {
    switch self {
    case .csv: columns.map(Self.cell).joined(separator: ",") + "\n"
    case .jsonl: ""
    }
  }

  /// A row: a value a column, null where it has none.
  package func line(_ columns: [String], _ values: [JSONValue]) -> String {
    precondition(values.count == columns.count, "A row of \(values.count) values does not fit \(columns).")
    switch self {
    case .csv: return values.map(Self.cell).joined(separator: ",") + "\n"
    case .jsonl:
      let members = zip(columns, values).map { "\(JSONValue.string($0).line):\($1.line)" }
      return "{" + members.joined(separator: ",") + "}\n"
    }
  }

  private static func cell(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .string(let text): cell(text)
    default: cell(value.line)
    }
  }

  private static func cell(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { !"\",\r\n".unicodeScalars.contains($0) }
    return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

extension JSONValue {
  /// A number as a row has it: null where it is none.
  package init(number: Double) { self = number.isFinite ? .real(number) : .null }

  /// The shortest text that reads back as the same 32 bits, and so as few digits.
  package init(number: Float) { self = number.isFinite ? .real(Double("\(number)")!) : .null }
}
