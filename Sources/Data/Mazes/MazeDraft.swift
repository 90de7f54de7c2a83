import Seeds

/// A maze that is being drawn: flat arrays by the number of the cell. What a generator makes of it becomes a ``Maze``.
struct MazeDraft {
  let rows: Int
  let columns: Int
  /// The directions that do not cross the border, as bits.
  let inside: [UInt8]
  /// The directions that are open, as bits.
  private(set) var openings: [UInt8]

  /// All walls.
  init(rows: Int, columns: Int) {
    let sides = 1...Maze.largestSide
    precondition(
      sides ~= rows && sides ~= columns, "The sides of a maze lie in \(sides), unlike \(rows) and \(columns).")
    (self.rows, self.columns) = (rows, columns)
    inside = [UInt8](unsafeUninitializedCapacity: rows * columns) { masks, count in
      for row in 0..<rows {
        let vertical: UInt8 = (row > 0 ? 0b0001 : 0) | (row < rows - 1 ? 0b0100 : 0)
        for column in 0..<columns {
          masks[row * columns + column] = vertical | (column < columns - 1 ? 0b0010 : 0) | (column > 0 ? 0b1000 : 0)
        }
      }
      count = rows * columns
    }
    openings = [UInt8](repeating: 0, count: rows * columns)
  }

  var cellCount: Int { inside.count }

  func holds(_ cell: Cell) -> Bool { 0..<rows ~= cell.row && 0..<columns ~= cell.column }

  func neighbour(of cell: Int, _ direction: Direction) -> Int {
    switch direction {
    case .north: cell - columns
    case .east: cell + 1
    case .south: cell + columns
    case .west: cell - 1
    }
  }

  /// Makes a passage that does not cross the border.
  mutating func open(_ cell: Int, _ direction: Direction) {
    openings[cell] |= direction.bit
    openings[neighbour(of: cell, direction)] |= direction.opposite.bit
  }

  /// Makes a wall.
  mutating func close(_ cell: Int, _ direction: Direction) {
    openings[cell] &= ~direction.bit
    openings[neighbour(of: cell, direction)] &= ~direction.opposite.bit
  }

  /// A passage between all neighbours.
  mutating func openEverything() { openings = inside }

  /// One of the directions in a mask that is not empty, each with the same probability. What is certain takes nothing
  /// from the generator; else one draw picks a place in the order north, east, south, west.
  static func oneOf(_ mask: UInt8, using generator: inout Generator) -> Direction {
    var left = mask
    let count = mask.nonzeroBitCount
    if count > 1 {
      for _ in 0..<Draw.integer(in: 0...(count - 1), using: &generator) { left &= left - 1 }
    }
    return Direction(rawValue: left.trailingZeroBitCount)!
  }
}
