import Data

extension MazeAnswer {
  /// By the likeliest move of each cell, the first of several in the order north, east, south, west: from the origin to the
  /// target, or for as many steps as there are cells.
  ///
  /// - Parameter logits: `[cells, 4]`.
  init(movingBy logits: some RandomAccessCollection<Float>, in solved: SolvedMaze) {
    let maze = solved.maze
    precondition(logits.count == 4 * maze.cellCount, "\(logits.count) logits for \(maze.cellCount) cells.")
    let moves = (0..<maze.cellCount).map { number -> Direction? in
      guard number != maze.number(of: solved.target) else { return nil }
      let row = logits.dropFirst(4 * number).prefix(4)
      let best = row.indices.reduce(row.startIndex) { row[$1] > row[$0] ? $1 : $0 }
      return Direction(rawValue: row.distance(from: row.startIndex, to: best))
    }
    self = CellTokens.answer(following: moves, from: solved.origin, in: maze)
  }
}
