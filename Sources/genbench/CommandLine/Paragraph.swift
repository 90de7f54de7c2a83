/// Text for people, broken into lines.
enum Paragraph {
  /// What every help fits into, with room beside it on a terminal of 100 columns.
  static let width = 90

  /// Broken between words; the first line has `first` before it, the others as much space. A word longer than a line
  /// stands alone.
  static func lines(_ text: String, after first: String = "") -> [String] {
    let space = String(repeating: " ", count: first.count)
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        (line, isEmpty) = (space, true)
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }

  /// A paragraph; one that begins with two spaces is kept as it is.
  static func text(_ text: String) -> String {
    text.hasPrefix("  ") ? text : lines(text).joined(separator: "\n")
  }

  /// Names with what they mean, in two columns.
  static func table(_ rows: [(name: String, about: String)]) -> String {
    let longest = rows.map(\.name.count).filter { $0 <= 24 }.max() ?? 0
    return rows.flatMap { row in
      let name = "  " + row.name + String(repeating: " ", count: max(0, longest - row.name.count)) + "  "
      guard row.name.count > longest else { return lines(row.about, after: name) }
      return ["  " + row.name] + lines(row.about, after: String(repeating: " ", count: longest + 4))
    }.joined(separator: "\n")
  }
}
