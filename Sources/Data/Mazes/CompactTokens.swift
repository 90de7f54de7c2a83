import Seeds

/// Two tokens a passage and nothing between them:
/// `(0,0) (0,1) ... <ORIGIN> (0,0) <TARGET> (1,1) <PATH> (0,0) (0,1) (1,1) <END>`.
///
/// Coordinates are numbered by shells, so a small maze's tokens are the first of any larger vocabulary.
package struct CompactTokens: Hashable, Sendable {
  /// The tokens that are no coordinates, in the order of their ids, from 0.
  package enum Special: Int, CaseIterable, Sendable {
    case padding, origin, target, path, end

    package var text: String { ["<PADDING>", "<ORIGIN>", "<TARGET>", "<PATH>", "<END>"][rawValue] }
  }

  /// The rows and columns of the largest maze that can be told.
  package let side: Int

  package init(side: Int) {
    precondition(
      1...Maze.largestSide ~= side, "A vocabulary is for sides in 1...\(Maze.largestSide), unlike \(side).")
    self.side = side
  }

  package var vocabularySize: Int { Special.allCases.count + side * side }

  /// The texts of all tokens by id: the special ones first.
  package var vocabulary: [String] {
    Special.allCases.map(\.text)
      + (0..<(side * side)).map { CoordinateOrder.uniform.cell($0, side: side).description }
  }

  /// The sequence of a solved maze, the passages in a random order, each with a random end first: ask with a new
  /// stream at every use. The draws are those of ``LegacyTokens``.
  package func encode(_ solved: SolvedMaze, using generator: inout Generator) -> MazeSequence {
    let maze = solved.maze
    precondition(
      maze.rows <= side && maze.columns <= side,
      "\(maze.rows) rows and \(maze.columns) columns do not fit into a vocabulary of side \(side).")
    var tokens: [Int] = []
    for (from, to) in maze.shuffledPassages(using: &generator) { tokens += [token(from), token(to)] }
    tokens += [Special.origin.rawValue, token(solved.origin), Special.target.rawValue, token(solved.target)]
    tokens.append(Special.path.rawValue)
    let solutionStart = tokens.count
    tokens += solved.path.map(token) + [Special.end.rawValue]
    return MazeSequence(tokens: tokens, solutionStart: solutionStart)
  }

  /// The solved maze that a whole sequence tells. Its size is not in the sequence.
  package func decode(_ tokens: [Int], rows: Int, columns: Int) throws(MazeTokenError) -> SolvedMaze {
    var reader = TokenReader(tokens, padding: Special.padding.rawValue)
    var reading = SolvedMazeReading(rows: rows, columns: columns)
    while reader.upcoming != Special.origin.rawValue {
      let from = try takeCell(from: &reader)
      try reading.addPassage(from, try takeCell(from: &reader), reader)
    }
    for special in [Special.origin, .target] {
      try reader.expect(special.rawValue, special.text)
      try reading.addEnd(try takeCell(from: &reader), reader)
    }
    try reader.expect(Special.path.rawValue, Special.path.text)
    while reader.upcoming != Special.end.rawValue { reading.addToPath(try takeCell(from: &reader)) }
    try reader.expect(Special.end.rawValue, Special.end.text)
    try reader.expectEnd()
    return try reading.solved(reader)
  }

  /// What a model's tokens after `<PATH>` say, whatever they are.
  package func answer(_ tokens: [Int]) -> MazeAnswer {
    var reader = TokenReader(tokens, padding: Special.padding.rawValue)
    var path: [Cell] = []
    while reader.upcoming != Special.end.rawValue {
      guard let cell = try? takeCell(from: &reader) else { return MazeAnswer(path: path, isFinished: false) }
      path.append(cell)
    }
    return MazeAnswer(path: path, isFinished: true)
  }

  private func token(_ cell: Cell) -> Int {
    Special.allCases.count + CoordinateOrder.uniform.number(of: cell, side: side)
  }

  private func takeCell(from reader: inout TokenReader) throws(MazeTokenError) -> Cell {
    let fault = reader.fault("\(reader.upcoming ?? 0) stands where a coordinate belongs.")
    let number = try reader.take("a coordinate") - Special.allCases.count
    guard 0..<(side * side) ~= number else { throw fault }
    return CoordinateOrder.uniform.cell(number, side: side)
  }
}
