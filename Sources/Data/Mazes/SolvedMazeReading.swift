/// A solved maze that is read from tokens part by part. Every part is checked where it stands.
struct SolvedMazeReading {
  private var draft: MazeDraft
  private var ends: [Cell] = []
  private var path: [Cell] = []

  /// Sides that no maze has are the caller's mistake.
  init(rows: Int, columns: Int) { draft = MazeDraft(rows: rows, columns: columns) }

  /// A passage between two cells that were read just before `reader`'s place.
  mutating func addPassage(_ from: Cell, _ to: Cell, _ reader: TokenReader) throws(MazeTokenError) {
    try check(from, reader)
    try check(to, reader)
    guard let direction = from.direction(to: to) else { throw reader.fault("\(from) and \(to) are no neighbours.") }
    let number = from.row * draft.columns + from.column
    guard draft.openings[number] & direction.bit == 0 else {
      throw reader.fault("the passage between \(from) and \(to) stands there twice.")
    }
    draft.open(number, direction)
  }

  /// The origin, and then the target.
  mutating func addEnd(_ cell: Cell, _ reader: TokenReader) throws(MazeTokenError) {
    try check(cell, reader)
    ends.append(cell)
  }

  /// A cell of the path. Whether it is in the maze shows with the steps.
  mutating func addToPath(_ cell: Cell) { path.append(cell) }

  func solved(_ reader: TokenReader) throws(MazeTokenError) -> SolvedMaze {
    let maze = Maze(draft)
    if let fault = SolvedMaze.fault(maze: maze, origin: ends[0], target: ends[1], path: path) {
      throw reader.fault("the \(fault.field) is wrong: \(fault.problem)")
    }
    return SolvedMaze(maze: maze, origin: ends[0], target: ends[1], path: path)
  }

  private func check(_ cell: Cell, _ reader: TokenReader) throws(MazeTokenError) {
    guard draft.holds(cell) else {
      throw reader.fault("\(cell) is outside a maze of \(draft.rows) rows and \(draft.columns) columns.")
    }
  }
}
