/// A lattice of cells with a passage or a wall between any two neighbours, and walls all around.
///
/// Cells are also called by a number: row by row from the north-west, from 0.
package struct Maze: Hashable, Sendable {
  /// Numbers of cells fit into 14 bits.
  package static let largestSide = 128

  package let rows: Int
  package let columns: Int
  /// For each cell by number the directions in which a passage leaves it, as bits: see ``Direction/bit``. A passage is
  /// in the masks of both its ends, and none crosses the border.
  package let openings: [UInt8]

  /// - Parameter passages: pairs of neighbours, in any order and orientation.
  package init(rows: Int, columns: Int, passages: [(Cell, Cell)]) {
    var draft = MazeDraft(rows: rows, columns: columns)
    for (from, to) in passages {
      guard let direction = from.direction(to: to), draft.holds(from), draft.holds(to) else {
        preconditionFailure("\(from) and \(to) are no neighbours in a maze of \(rows) rows and \(columns) columns.")
      }
      draft.open(from.row * columns + from.column, direction)
    }
    self.init(draft)
  }

  init(_ draft: MazeDraft) { (rows, columns, openings) = (draft.rows, draft.columns, draft.openings) }

  package var cellCount: Int { rows * columns }

  package var passageCount: Int { openings.reduce(0) { $0 + $1.nonzeroBitCount } / 2 }

  /// Whether every cell reaches every other in exactly one way.
  package var isTree: Bool { passageCount == cellCount - 1 && componentCount == 1 }

  package func contains(_ cell: Cell) -> Bool { 0..<rows ~= cell.row && 0..<columns ~= cell.column }

  package func number(of cell: Cell) -> Int {
    precondition(contains(cell), "\(cell) is outside a maze of \(rows) rows and \(columns) columns.")
    return cell.row * columns + cell.column
  }

  package func cell(_ number: Int) -> Cell { Cell(number / columns, number % columns) }

  /// The directions that are open from a cell, as bits.
  package func openings(of cell: Cell) -> UInt8 { openings[number(of: cell)] }

  /// Whether a passage leads that way.
  package func isOpen(_ cell: Cell, _ direction: Direction) -> Bool { openings(of: cell) & direction.bit != 0 }

  /// Whether a step from one cell to the other is legal: both are in the maze, neighbours, and joined by a passage.
  package func joins(_ from: Cell, _ to: Cell) -> Bool {
    guard contains(from), let direction = from.direction(to: to) else { return false }
    return isOpen(from, direction)
  }

  /// How many passages leave a cell: 1 at a dead end.
  package func degree(_ cell: Cell) -> Int { openings(of: cell).nonzeroBitCount }

  /// The passages, each once, from the north or west end: row by row, the one to the east before the one to the south.
  package var passages: [(Cell, Cell)] {
    var passages: [(Cell, Cell)] = []
    passages.reserveCapacity(2 * cellCount)
    for row in 0..<rows {
      for column in 0..<columns {
        let (cell, mask) = (Cell(row, column), openings[row * columns + column])
        if mask & Direction.east.bit != 0 { passages.append((cell, Cell(row, column + 1))) }
        if mask & Direction.south.bit != 0 { passages.append((cell, Cell(row + 1, column))) }
      }
    }
    return passages
  }
}
