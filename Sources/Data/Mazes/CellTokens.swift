/// One token a cell, row by row, and moves for an answer.
///
/// A cell's token is its openings, 0 to 15, plus 16 at the target, plus 32 at the origin. The moves north, east, south
/// and west have the ids 64 to 67, and 68 ends a path. The vocabulary is the same for all sizes.
package enum CellTokens {
  package static let targetFlag = 16
  package static let originFlag = 32
  package static let firstMove = 64
  package static let end = 68
  package static let start = 69
  package static let padding = 70
  package static let vocabularySize = 71

  /// The cells, `start`, the moves of the path, and `end`. The solution starts after `start`.
  package static func encode(_ solved: SolvedMaze) -> MazeSequence {
    var tokens = cells(of: solved.maze, target: solved.target)
    tokens[solved.maze.number(of: solved.origin)] += originFlag
    tokens.append(start)
    let solutionStart = tokens.count
    for (from, to) in zip(solved.path, solved.path.dropFirst()) {
      tokens.append(firstMove + from.direction(to: to)!.rawValue)
    }
    return MazeSequence(tokens: tokens + [end], solutionStart: solutionStart)
  }

  /// The cells of a maze and its target, without an origin: what every cell can be asked about at once.
  package static func cells(of maze: Maze, target: Cell) -> [Int] {
    var tokens = maze.openings.map { Int($0) }
    tokens[maze.number(of: target)] += targetFlag
    return tokens
  }

  /// The best moves from each cell, as bits of their directions: 0 at the target and where no path leads to it.
  package static func bestMoves(_ field: DistanceField) -> [UInt8] {
    (0..<field.maze.cellCount).map { field.bestDirections(from: field.maze.cell($0)) }
  }

  /// The solved maze that a whole sequence tells. Its size is not in the sequence.
  package static func decode(_ tokens: [Int], rows: Int, columns: Int) throws(MazeTokenError) -> SolvedMaze {
    var reader = TokenReader(tokens, padding: padding)
    var draft = MazeDraft(rows: rows, columns: columns)
    var ends: (origin: Int?, target: Int?) = (nil, nil)
    for number in 0..<(rows * columns) {
      let token = try reader.take("a cell")
      let place = reader.place - 1
      guard 0..<firstMove ~= token else { throw MazeTokenError(place: place, problem: "\(token) is no cell.") }
      try open(number, UInt8(token & 15), in: &draft)
      if token & targetFlag != 0 { try set(&ends.target, number, "target") }
      if token & originFlag != 0 { try set(&ends.origin, number, "origin") }
    }
    try reader.expect(start, "the start of the moves")
    let maze = Maze(draft)
    guard let origin = ends.origin, let target = ends.target else {
      throw reader.fault("no cell is the \(ends.origin == nil ? "origin" : "target").")
    }
    let answer = answer(Array(tokens[reader.place...]), origin: maze.cell(origin))
    guard answer.isFinished else { throw reader.fault("the moves have no end.") }
    for _ in answer.path { _ = try reader.take("a move") }
    try reader.expectEnd()
    if let fault = SolvedMaze.fault(
      maze: maze, origin: maze.cell(origin), target: maze.cell(target), path: answer.path)
    {
      throw reader.fault("the \(fault.field) is wrong: \(fault.problem)")
    }
    return SolvedMaze(maze: maze, origin: maze.cell(origin), target: maze.cell(target), path: answer.path)
  }

  /// What a model's moves after `start` say, whatever they are. A move through a wall is a step as well; one that
  /// leaves the lattice of cells that can be told ends the path.
  package static func answer(_ tokens: [Int], origin: Cell) -> MazeAnswer {
    var path = [origin]
    for token in tokens {
      guard let direction = Direction(rawValue: token - firstMove) else {
        return MazeAnswer(path: path, isFinished: token == end)
      }
      guard let last = path.last, abs(last.row) <= Maze.largestSide, abs(last.column) <= Maze.largestSide else { break }
      path.append(last.step(direction))
    }
    return MazeAnswer(path: path, isFinished: false)
  }

  /// The path that a move for every cell makes: from the origin, until the move is nil, the path leaves the maze, or
  /// every cell could have been seen.
  /// - Parameter moves: by the number of the cell; nil ends the path.
  package static func answer(following moves: [Direction?], from origin: Cell, in maze: Maze) -> MazeAnswer {
    precondition(moves.count == maze.cellCount, "\(moves.count) moves are not one for each of \(maze.cellCount) cells.")
    var path = [origin]
    while let last = path.last, path.count <= maze.cellCount, maze.contains(last) {
      guard let direction = moves[maze.number(of: last)] else { return MazeAnswer(path: path, isFinished: true) }
      path.append(last.step(direction))
    }
    return MazeAnswer(path: path, isFinished: false)
  }

  /// Opens what a cell's mask says. The cells to the north and west have been read, and must say the same.
  private static func open(_ number: Int, _ mask: UInt8, in draft: inout MazeDraft) throws(MazeTokenError) {
    guard mask & ~draft.inside[number] == 0 else {
      throw MazeTokenError(place: number, problem: "a passage leaves the maze.")
    }
    let read = draft.inside[number] & (Direction.north.bit | Direction.west.bit)
    guard (mask ^ draft.openings[number]) & read == 0 else {
      throw MazeTokenError(place: number, problem: "the cell and one before it do not agree on the wall between.")
    }
    for direction in Directions(mask & ~read) { draft.open(number, direction) }
  }

  private static func set(_ end: inout Int?, _ number: Int, _ name: String) throws(MazeTokenError) {
    guard end == nil else { throw MazeTokenError(place: number, problem: "the \(name) stands there twice.") }
    end = number
  }
}
