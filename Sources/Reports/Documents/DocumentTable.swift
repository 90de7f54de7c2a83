/// A table of a document. Its cells are plain text, and may hold any character.
package struct DocumentTable: Equatable, Sendable {
  package enum Column: Equatable, Sendable {
    /// Words, set to the left.
    case words(String)
    /// Numbers, set to the right.
    case numbers(String)

    var head: String {
      switch self {
      case .words(let head), .numbers(let head): head
      }
    }

    var rule: String {
      switch self {
      case .words: ":--"
      case .numbers: "--:"
      }
    }
  }

  package var columns: [Column]
  package var rows: [[String]]

  package init(columns: [Column], rows: [[String]]) {
    precondition(!columns.isEmpty, "a table has columns")
    for row in rows {
      precondition(row.count == columns.count, "a row of \(columns.count) columns has \(row.count) cells: \(row)")
    }
    self.columns = columns
    self.rows = rows
  }

  /// A table, one line a row.
  package var markdown: String {
    let head = columns.map { Escape.markdown($0.head) }
    return ([head, columns.map(\.rule)] + rows.map { $0.map(Escape.markdown) })
      .map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }
}
