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

extension Estimate {
  /// How a document writes what was measured.
  package enum Form: Equatable, Sendable {
    /// `0.155 [0.096, 0.214]`
    case number
    /// `99.5 % [98.3, 100.7]`: near 1 the first digits of a share say nothing.
    case share
  }

  /// As a cell says it: `0.155 [0.096, 0.214] (5 seeds)`.
  package func text(as form: Form) -> String { "\(bareText(as: form)) (\(NumberText.plural(seeds, "seed")))" }

  /// The same without the number of replicates.
  package func bareText(as form: Form) -> String {
    // The mean of what some replicate was never asked is none.
    guard mean.isFinite else { return "not in every seed" }
    return switch form {
    case .number: [texts.mean, texts.interval].filter { !$0.isEmpty }.joined(separator: " ")
    case .share: NumberText.percent(mean) + (interval.map { " [\(Self.ends($0))]" } ?? "")
    }
  }

  private static func ends(_ interval: Interval) -> String {
    [interval.lower, interval.upper].map {
      $0.isFinite ? NumberText.fixed($0 * 100, decimals: 1) : NumberText.short($0)
    }
    .joined(separator: ", ")
  }
}
