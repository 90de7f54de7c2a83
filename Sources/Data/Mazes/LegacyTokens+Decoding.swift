extension LegacyTokens {
  /// The solved maze that a whole sequence tells. Its size is not in the sequence.
  package func decode(_ tokens: [Int], rows: Int, columns: Int) throws(MazeTokenError) -> SolvedMaze {
    var reader = TokenReader(tokens, padding: Special.padding.rawValue)
    var reading = SolvedMazeReading(rows: rows, columns: columns)
    try expect(.adjacencyStart, from: &reader)
    while reader.upcoming != Special.adjacencyEnd.rawValue {
      let from = try takeCell(from: &reader)
      try expect(.connector, from: &reader)
      let to = try takeCell(from: &reader)
      try reading.addPassage(from, to, reader)
      try expect(.endOfPassage, from: &reader)
    }
    try expect(.adjacencyEnd, from: &reader)
    try expect(.originStart, from: &reader)
    try reading.addEnd(try takeCell(from: &reader), reader)
    try expect(.originEnd, from: &reader)
    try expect(.targetStart, from: &reader)
    try reading.addEnd(try takeCell(from: &reader), reader)
    try expect(.targetEnd, from: &reader)
    try expect(.pathStart, from: &reader)
    while reader.upcoming != Special.pathEnd.rawValue { reading.addToPath(try takeCell(from: &reader)) }
    try expect(.pathEnd, from: &reader)
    try reader.expectEnd()
    return try reading.solved(reader)
  }

  /// What a model's tokens after `<PATH_START>` say, whatever they are.
  package func answer(_ tokens: [Int]) -> MazeAnswer {
    var reader = TokenReader(tokens, padding: Special.padding.rawValue)
    var path: [Cell] = []
    while reader.upcoming != Special.pathEnd.rawValue {
      guard let cell = try? takeCell(from: &reader) else { return MazeAnswer(path: path, isFinished: false) }
      path.append(cell)
    }
    return MazeAnswer(path: path, isFinished: true)
  }

  private func expect(_ special: Special, from reader: inout TokenReader) throws(MazeTokenError) {
    try reader.expect(special.rawValue, special.text)
  }

  private func takeCell(from reader: inout TokenReader) throws(MazeTokenError) -> Cell {
    switch coordinates {
    case .unique(let order):
      let first = LegacyTokens.firstCoordinate
      return order.cell(try takeNumber(first, below: side * side, "a coordinate", from: &reader), side: side)
    case .indexed:
      let (first, numbers) = (LegacyTokens.firstCoordinate, LegacyTokens.firstNumber)
      try reader.expect(first, LegacyTokens.brackets[0])
      let row = try takeNumber(numbers, below: side, "a row", from: &reader)
      try reader.expect(first + 1, LegacyTokens.brackets[1])
      let column = try takeNumber(numbers, below: side, "a column", from: &reader)
      try reader.expect(first + 2, LegacyTokens.brackets[2])
      return Cell(row, column)
    }
  }

  /// The next token less `first`.
  private func takeNumber(
    _ first: Int, below count: Int, _ name: String, from reader: inout TokenReader
  ) throws(MazeTokenError) -> Int {
    let fault = reader.fault("\(reader.upcoming ?? 0) stands where \(name) belongs.")
    let number = try reader.take(name)
    guard first..<(first + count) ~= number else { throw fault }
    return number - first
  }
}
