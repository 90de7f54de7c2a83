/// A signed number for each row and column, shaded by its share of the largest magnitude: how much each layer's step
/// changed the loss on each kind of examples.
package struct SignedHeatMap: Equatable, Sendable {
  /// What the rows are: `layer`.
  package let rowTitle: String
  package let rows: [String]
  /// What the columns are: `set`.
  package let columnTitle: String
  package let columns: [String]
  /// Rows of one number for each column.
  package let values: [[Double]]

  package init(rowTitle: String, rows: [String], columnTitle: String, columns: [String], values: [[Double]]) {
    precondition(values.count == rows.count, "\(rows.count) names have no \(values.count) rows of numbers")
    for (name, row) in zip(rows, values) {
      precondition(row.count == columns.count, "\(columns.count) columns have no \(row.count) numbers of \(name)")
      precondition(row.allSatisfy(\.isFinite), "cells of \(name) hold finite numbers: \(row)")
    }
    self.rowTitle = rowTitle
    self.rows = rows
    self.columnTitle = columnTitle
    self.columns = columns
    self.values = values
  }
}

extension SignedHeatMap {
  /// Over all cells; the darkest have it.
  var largest: Double { values.joined().map(\.magnitude).max() ?? 0 }

  /// In per cent, 0 for zero. What is there never looks empty. Up to 60 % dark ink can be read on it (and light ink on
  /// dark paper), at 100 % its opposite; neither between them.
  func opacity(of value: Double) -> Int {
    guard value != 0 else { return 0 }
    let share = value.magnitude / largest
    return share < 0.9 ? 8 + Int((share / 0.9 * 52).rounded()) : 100
  }

  /// What stands in a cell.
  static func label(of value: Double) -> String { NumberText.significant(value, digits: 2) }

  /// As numbers of the map need, or names of columns where all of them have room.
  var cellWidth: Int {
    let number = values.joined().map { SVG.room(for: Self.label(of: $0)) }.max() ?? 0
    let name = columns.map { SVG.room(for: SVG.label($0)) }.max() ?? 0
    return max(56, 12 + number, name * columns.count <= 480 ? name : 0)
  }

  /// Numbers in place of names that are wider than a cell; the names then stand with their numbers at the rows, if these
  /// are the same, or else below.
  var hasNumberedColumns: Bool { columns.contains { SVG.room(for: SVG.label($0)) > cellWidth } }

  var rowLabels: [String] {
    guard hasNumberedColumns, rows == columns else { return rows.map(SVG.label) }
    return rows.enumerated().map { "\($0 + 1) \(SVG.label($1))" }
  }

  /// Names that are not otherwise there, with their numbers.
  var key: [String] {
    guard hasNumberedColumns, rows != columns else { return [] }
    return columns.enumerated().map { "\($0 + 1) \(SVG.label($1))" }
  }

  var summary: String {
    let cells = values.enumerated().flatMap { row, values in
      values.enumerated().map { (name: "\(SVG.label(rows[row])), \(SVG.label(columns[$0]))", value: $1) }
    }
    guard let least = cells.min(by: { $0.value < $1.value }), let most = cells.max(by: { $0.value < $1.value })
    else { return "No cells." }
    return
      "\(SVG.label(rowTitle)) by \(SVG.label(columnTitle)): from \(NumberText.significant(least.value)) (\(least.name)) "
      + "to \(NumberText.significant(most.value)) (\(most.name))"
  }
}
