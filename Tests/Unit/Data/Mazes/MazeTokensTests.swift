import Data
import Seeds
import Testing

/// What holds for all tokenizations: they read back, and nothing breaks them.
@Suite struct MazeTokensTests {
  /// A tokenization with all that a test asks of it.
  enum Tokens: CaseIterable {
    case rasterized, uniform, indexed, compact, cells

    private static let side = 7

    private var legacy: LegacyTokens? {
      switch self {
      case .rasterized: LegacyTokens(coordinates: .unique(.rasterized), side: Tokens.side)
      case .uniform: LegacyTokens(coordinates: .unique(.uniform), side: Tokens.side)
      case .indexed: LegacyTokens(coordinates: .indexed, side: Tokens.side)
      case .compact, .cells: nil
      }
    }

    func encode(_ solved: SolvedMaze, using generator: inout Generator) -> MazeSequence {
      if let legacy { return legacy.encode(solved, using: &generator) }
      if self == .cells { return CellTokens.encode(solved) }
      return CompactTokens(side: Tokens.side).encode(solved, using: &generator)
    }

    func decode(_ tokens: [Int], like solved: SolvedMaze) throws(MazeTokenError) -> SolvedMaze {
      let (rows, columns) = (solved.maze.rows, solved.maze.columns)
      if let legacy { return try legacy.decode(tokens, rows: rows, columns: columns) }
      if self == .cells { return try CellTokens.decode(tokens, rows: rows, columns: columns) }
      return try CompactTokens(side: Tokens.side).decode(tokens, rows: rows, columns: columns)
    }

    func answer(_ tokens: [Int], origin: Cell) -> MazeAnswer {
      if let legacy { return legacy.answer(tokens) }
      return self == .cells
        ? CellTokens.answer(tokens, origin: origin) : CompactTokens(side: Tokens.side).answer(tokens)
    }

    var vocabularySize: Int {
      legacy?.vocabularySize
        ?? (self == .cells ? CellTokens.vocabularySize : CompactTokens(side: Tokens.side).vocabularySize)
    }

    var padding: Int {
      legacy != nil
        ? LegacyTokens.Special.padding.rawValue
        : self == .cells ? CellTokens.padding : CompactTokens.Special.padding.rawValue
    }
  }

  /// Trees, cycles, cut-off cells and rectangles, with ties.
  static let samples: [SolvedMaze] = MazeTests.generators.flatMap { generator in
    [(5...5, 5...5), (3...7, 2...5)].flatMap { rows, columns in
      MazeSplit(
        name: "tokens", revision: 1, sizes: rows, columns: columns, generator: generator, portion: .everything,
        endpoints: .anyTwo, label: .random
      ).examples(0..<10, seed: Seed(root: 21)).map(\.solved)
    }
  }

  @Test(arguments: Tokens.allCases) func whatIsToldReadsBack(tokens: Tokens) throws {
    var random = Seed(root: 22).generator()
    for solved in Self.samples {
      let sequence = tokens.encode(solved, using: &random)
      #expect(sequence.tokens.allSatisfy { 0..<tokens.vocabularySize ~= $0 && $0 != tokens.padding })
      #expect(try tokens.decode(sequence.tokens, like: solved) == solved)
      let padded = sequence.tokens + [tokens.padding, tokens.padding]
      #expect(try tokens.decode(padded, like: solved) == solved)
      let answer = tokens.answer(Array(sequence.solution), origin: solved.origin)
      #expect(answer == MazeAnswer(path: solved.path, isFinished: true))
      let cut = tokens.answer(Array(sequence.solution.dropLast()), origin: solved.origin)
      #expect(cut == MazeAnswer(path: solved.path, isFinished: false))
    }
  }

  /// A sequence with one token changed, dropped or doubled tells another solved maze or is refused; it is never the
  /// same one, apart from an end of a passage.
  @Test(arguments: Tokens.allCases) func aDamagedSequenceIsRefusedOrTellsAnother(tokens: Tokens) {
    var random = Seed(root: 23).generator()
    var refusals = 0
    for solved in Self.samples {
      let sequence = tokens.encode(solved, using: &random).tokens
      for place in sequence.indices {
        var changed = sequence
        changed[place] =
          (changed[place] + Draw.integer(in: 1...(tokens.vocabularySize - 1), using: &random)) % tokens.vocabularySize
        let shorter = Array(sequence[..<place] + sequence[(place + 1)...])
        let longer = Array(sequence[...place] + sequence[place...])
        for damaged in [changed, shorter, longer, Array(sequence[..<place])] {
          do {
            let told = try tokens.decode(damaged, like: solved)
            #expect(told != solved, "\(place) of \(damaged)")
          } catch {
            #expect(0...damaged.count ~= error.place && !error.problem.isEmpty)
            refusals += 1
          }
        }
      }
    }
    #expect(refusals > 10_000)
  }

  @Test(arguments: Tokens.allCases) func nothingBreaksTheReader(tokens: Tokens) {
    var random = Seed(root: 24).generator()
    let solved = Self.samples[0]
    for length in 0..<400 {
      let noise = (0..<length).map { _ in Draw.integer(in: -2...(tokens.vocabularySize + 1), using: &random) }
      #expect(throws: MazeTokenError.self) { try Self.read(noise, tokens, solved) }
      _ = tokens.answer(noise, origin: solved.origin)
    }
    for extreme in [Int.min, .max] {
      #expect(throws: MazeTokenError.self) { try Self.read([extreme, extreme], tokens, solved) }
      #expect(!tokens.answer([extreme], origin: solved.origin).isFinished)
    }
  }

  private static func read(_ noise: [Int], _ tokens: Tokens, _ solved: SolvedMaze) throws {
    _ = try tokens.decode(noise, like: solved)
  }
}
