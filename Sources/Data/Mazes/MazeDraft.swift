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

  func neighbour(of cell: Int, _ direction: Direction) -> Int { cell + step(direction).offset }

  /// Makes a passage that does not cross the border.
  mutating func open(_ cell: Int, _ direction: Direction) {
    let step = step(direction)
    openings[cell] |= step.bit
    openings[cell + step.offset] |= step.back
  }

  /// Makes a wall.
  mutating func close(_ cell: Int, _ direction: Direction) {
    let step = step(direction)
    openings[cell] &= ~step.bit
    openings[cell + step.offset] &= ~step.back
  }

  /// What is added to a cell's number, the direction's bit, and that of the way back. Here and not with ``Direction``,
  /// because what stands in another file is not inlined.
  private func step(_ direction: Direction) -> (offset: Int, bit: UInt8, back: UInt8) {
    switch direction {
    case .north: (-columns, 0b0001, 0b0100)
    case .east: (1, 0b0010, 0b1000)
    case .south: (columns, 0b0100, 0b0001)
    case .west: (-1, 0b1000, 0b0010)
    }
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
    switch left.trailingZeroBitCount {
    case 0: return .north
    case 1: return .east
    case 2: return .south
    default: return .west
    }
  }
}
