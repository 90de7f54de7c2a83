extension MazeDrawing {
  /// A corner of the grid, counted from 0 in rows and columns of lines.
  struct Corner: Equatable {
    var row: Int
    var column: Int
  }

  struct Wall: Equatable {
    var from: Corner
    var to: Corner
  }

  func areJoined(_ one: Int, _ other: Int) -> Bool {
    passages.contains(GraphDrawing.Link(one, other)) || passages.contains(GraphDrawing.Link(other, one))
  }

  /// Whether a wall stands above the cell at this place; below the last row too.
  func hasWallAbove(row: Int, column: Int) -> Bool {
    guard row > 0, row < rows else { return true }
    return !areJoined((row - 1) * columns + column, row * columns + column)
  }

  func hasWallBefore(row: Int, column: Int) -> Bool {
    guard column > 0, column < columns else { return true }
    return !areJoined(row * columns + column - 1, row * columns + column)
  }

  /// As long as they run straight: rows of lines from the top, then columns from the left.
  var walls: [Wall] {
    guard rows > 0, columns > 0 else { return [] }
    let across = (0...rows).flatMap { row in
      Self.runs((0..<columns).map { hasWallAbove(row: row, column: $0) }).map {
        Wall(from: Corner(row: row, column: $0.lowerBound), to: Corner(row: row, column: $0.upperBound))
      }
    }
    let down = (0...columns).flatMap { column in
      Self.runs((0..<rows).map { hasWallBefore(row: $0, column: column) }).map {
        Wall(from: Corner(row: $0.lowerBound, column: column), to: Corner(row: $0.upperBound, column: column))
      }
    }
    return across + down
  }

  /// The answer as far as it stays in the grid.
  var walked: [Int] { Array(answered.prefix { (0..<rows * columns).contains($0) }) }

  /// The first answered step that no passage allows, or that is not in the grid; 0 where the answer begins elsewhere
  /// than the path.
  var firstBreak: Int? {
    if let first = answered.first, let origin = path.first, first != origin { return 0 }
    let cells = 0..<rows * columns
    return zip(answered, answered.dropFirst()).enumerated()
      .first { !cells.contains($0.element.1) || !areJoined($0.element.0, $0.element.1) }
      .map { $0.offset + 1 }
  }

  func checkPlaces() {
    precondition(rows >= 0 && columns >= 0, "a maze has no negative size: \(rows) by \(columns)")
    let used = passages.flatMap { [$0.from, $0.to] } + path
    precondition(
      used.allSatisfy((0..<rows * columns).contains),
      "a maze of \(rows) by \(columns) cells has no cell \(used.first { !(0..<rows * columns).contains($0) } ?? 0)")
  }

  /// Where `flags` is true without a gap.
  private static func runs(_ flags: [Bool]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (index, flag) in flags.enumerated() where flag {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }
}
