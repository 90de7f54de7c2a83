/// One line for a terminal: runs of text, each in one tint. Colour has no width, so lines are laid out before they are
/// painted.
struct Line: Sendable {
  struct Run: Sendable {
    var text: String
    var tint: Tint
  }

  private(set) var runs: [Run] = []

  init() {}

  init(_ text: String, _ tint: Tint = .none) { append(text, tint) }

  /// In columns of a terminal.
  var width: Int { runs.reduce(0) { $0 + $1.text.columns } }

  /// Its text without tints.
  var text: String { runs.map(\.text).joined() }

  mutating func append(_ text: String, _ tint: Tint = .none) {
    if !text.isEmpty { runs.append(Run(text: text, tint: tint)) }
  }

  mutating func append(_ line: Line) { runs += line.runs }

  /// Fills up with spaces on the right.
  func padded(to columns: Int) -> Line {
    var result = self
    result.append(String(repeating: " ", count: max(0, columns - width)))
    return result
  }

  /// The characters to print, without spaces at the end.
  func painted(_ style: Style) -> String {
    var kept = runs
    while let last = kept.last {
      let trimmed = last.text.trimmingTrailingSpaces
      if trimmed.isEmpty {
        kept.removeLast()
      } else {
        kept[kept.count - 1].text = trimmed
        break
      }
    }
    guard style == .colour else { return kept.map(\.text).joined() }
    return kept.map { run in
      run.tint.code.map { "\u{1B}[\($0)m\(run.text)\u{1B}[0m" } ?? run.text
    }.joined()
  }
}
