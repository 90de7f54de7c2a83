/// A place of a lattice by its row, counted from the north, and its column, counted from the west, both from 0.
///
/// It need not be in any maze: what a model answers may lie outside, as may a step across the border.
package struct Cell: Hashable, Sendable {
  private let packedRow: Int16
  private let packedColumn: Int16

  package init(_ row: Int, _ column: Int) {
    precondition(
      Int16(exactly: row) != nil && Int16(exactly: column) != nil, "(\(row), \(column)) is too far away for a cell.")
    (packedRow, packedColumn) = (Int16(row), Int16(column))
  }

  package var row: Int { Int(packedRow) }
  package var column: Int { Int(packedColumn) }

  /// The cell one step further.
  package func step(_ direction: Direction) -> Cell {
    switch direction {
    case .north: Cell(row - 1, column)
    case .east: Cell(row, column + 1)
    case .south: Cell(row + 1, column)
    case .west: Cell(row, column - 1)
    }
  }

  /// The direction of a neighbour, or nil if the other cell is not one step away.
  package func direction(to other: Cell) -> Direction? {
    switch (other.row - row, other.column - column) {
    case (-1, 0): .north
    case (0, 1): .east
    case (1, 0): .south
    case (0, -1): .west
    default: nil
    }
  }

  /// The steps between two cells of a lattice without walls.
  package func distance(to other: Cell) -> Int { abs(row - other.row) + abs(column - other.column) }
}

extension Cell: CustomStringConvertible {
  /// `(row,column)`, as the legacy tokens write it.
  package var description: String { "(\(row),\(column))" }
}
