import Seeds

extension LegacyTokens {
  /// The sequence of a solved maze. The passages come in a random order, each with a random end first: ask with a new
  /// stream, such as `seed.generator(at: use)`, at every use.
  ///
  /// Draws: the shuffle of the passages, and then one word for the orientations of 64 passages, the first in its
  /// lowest bit.
  package func encode(_ solved: SolvedMaze, using generator: inout Generator) -> MazeSequence {
    let maze = solved.maze
    precondition(
      maze.rows <= side && maze.columns <= side,
      "\(maze.rows) rows and \(maze.columns) columns do not fit into a vocabulary of side \(side).")
    var tokens: [Int] = []
    tokens.reserveCapacity(8 * maze.cellCount + solved.path.count + 10)
    append(.adjacencyStart, to: &tokens)
    for (from, to) in maze.shuffledPassages(using: &generator) {
      append(from, to: &tokens)
      append(.connector, to: &tokens)
      append(to, to: &tokens)
      append(.endOfPassage, to: &tokens)
    }
    append(.adjacencyEnd, .originStart, to: &tokens)
    append(solved.origin, to: &tokens)
    append(.originEnd, .targetStart, to: &tokens)
    append(solved.target, to: &tokens)
    append(.targetEnd, .pathStart, to: &tokens)
    let solutionStart = tokens.count
    for cell in solved.path { append(cell, to: &tokens) }
    append(.pathEnd, to: &tokens)
    return MazeSequence(tokens: tokens, solutionStart: solutionStart)
  }

  private func append(_ special: Special, _ next: Special? = nil, to tokens: inout [Int]) {
    tokens.append(special.rawValue)
    if let next { tokens.append(next.rawValue) }
  }

  /// The texts of ids, which must be of the vocabulary.
  package func texts(_ tokens: [Int]) -> [String] {
    let vocabulary = vocabulary
    return tokens.map { vocabulary[$0] }
  }

  /// The ids of texts.
  package func tokens(_ texts: [String]) throws(MazeTokenError) -> [Int] {
    let ids = Dictionary(uniqueKeysWithValues: vocabulary.enumerated().map { ($1, $0) })
    var tokens: [Int] = []
    for (place, text) in texts.enumerated() {
      guard let id = ids[text] else {
        throw MazeTokenError(place: place, problem: "\"\(text)\" is not in the vocabulary of side \(side).")
      }
      tokens.append(id)
    }
    return tokens
  }
}

extension Maze {
  /// The passages in a random order, each with a random end first.
  func shuffledPassages(using generator: inout Generator) -> [(Cell, Cell)] {
    var passages = passages
    Draw.shuffle(&passages, using: &generator)
    var turns: UInt64 = 0
    for place in passages.indices {
      if place % 64 == 0 { turns = generator.next() }
      if turns >> UInt64(place % 64) & 1 == 1 { passages[place] = (passages[place].1, passages[place].0) }
    }
    return passages
  }
}
