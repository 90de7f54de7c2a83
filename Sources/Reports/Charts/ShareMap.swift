/// Cells by two names, each shaded by a share: how much of each question a split has shown, which network still answers
/// what.
package struct ShareMap: Equatable, Sendable {
  package struct Cell: Equatable, Sendable {
    /// What stands in it.
    package var text: String
    /// What shades it, in 0...1; NaN for nothing.
    package var share: Double
    /// Said where a mouse rests on it.
    package var tip: String
    /// Whether it is told apart by a frame.
    package var isFramed: Bool

    package init(_ text: String, share: Double, tip: String, isFramed: Bool = false) {
      precondition(share.isNaN || (0...1).contains(share), "a cell is shaded by a share within 0...1, not by \(share)")
      (self.text, self.share, self.tip, self.isFramed) = (text, share, tip, isFramed)
    }
  }

  package struct Row: Equatable, Sendable {
    package var name: String
    /// One a column; nil where nothing was asked.
    package var cells: [Cell?]

    package init(_ name: String, _ cells: [Cell?]) { (self.name, self.cells) = (name, cells) }
  }

  package let columns: [String]
  package let rows: [Row]
  /// What the shades and frames mean.
  package let legend: String

  package init(columns: [String], rows: [Row], legend: String) {
    for row in rows {
      precondition(
        row.cells.count == columns.count, "\(row.name) has \(row.cells.count) cells for \(columns.count) columns")
    }
    (self.columns, self.rows, self.legend) = (columns, rows, legend)
  }

  var cellWidth: Int { max(36, (columns + cells.map(\.text)).map { SVG.room(for: SVG.label($0)) }.max() ?? 0) }

  private var cells: [Cell] { rows.flatMap(\.cells).compactMap(\.self) }
}

extension ShareMap.Cell {
  /// In percent; nil where there is no shade. 8 at least, so that what is there never looks empty. Up to 60 dark ink can be
  /// read on it (and light ink on dark paper), at 100 its opposite; neither between them.
  var opacity: Int? {
    guard share > 0 else { return nil }
    return share < 0.9 ? 8 + Int((share / 0.9 * 52).rounded()) : 100
  }
}
