/// Words on the left, numbers on the right: a table for a terminal.
package struct TextTable: Equatable, Sendable {
  private let lines: [[String]]

  /// - Parameter rows: each as long as the head.
  package init(_ head: [String], _ rows: [[String]]) {
    precondition(rows.allSatisfy { $0.count == head.count }, "Every row has \(head.count) cells.")
    lines = ([head] + rows).map { $0.map(Escape.line) }
  }

  /// With a line break after each line.
  package var text: String {
    let widths = lines[0].indices.map { column in lines.map { $0[column].columns }.max() ?? 0 }
    return lines.map { cells in
      let padded = cells.enumerated().map { column, cell in
        column == 0 ? cell.padded(to: widths[column]) : cell.paddedLeft(to: widths[column])
      }
      return padded.joined(separator: "  ").trimmingTrailingSpaces + "\n"
    }.joined()
  }
}
