import Data
import Seeds
import Testing

@Suite struct CellTokensTests {
  private let solved = SolvedMaze(
    maze: MazeTests.worked, origin: Cell(1, 1), target: Cell(1, 0),
    path: [Cell(1, 1), Cell(1, 2), Cell(0, 2), Cell(0, 1), Cell(0, 0), Cell(1, 0)])

  @Test func aCellIsItsOpeningsAndFlags() {
    let sequence = CellTokens.encode(solved)
    #expect(sequence.tokens == [6, 10, 12, 1 + 16, 2 + 32, 9, 69, 65, 64, 67, 67, 66, 68])
    #expect(sequence.solutionStart == 7)
    #expect(CellTokens.cells(of: solved.maze, target: solved.target) == [6, 10, 12, 17, 2, 9])
  }

  @Test func theBestMovesOfAllCellsLeadToTheTarget() {
    let field = solved.maze.distances(to: solved.target)
    let best = CellTokens.bestMoves(field)
    #expect(best == [4, 8, 8, 0, 2, 1])
    let moves = best.map { $0 == 0 ? nil : Direction(rawValue: $0.trailingZeroBitCount) }
    let answer = CellTokens.answer(following: moves, from: solved.origin, in: solved.maze)
    #expect(answer == MazeAnswer(path: solved.path, isFinished: true))
  }

  @Test func movesThatGoRoundOrAwayAreCutOff() {
    let maze = solved.maze
    let round: [Direction?] = [.east, .west, .west, nil, .east, .north]
    let circle = CellTokens.answer(following: round, from: Cell(0, 0), in: maze)
    #expect(!circle.isFinished && circle.path.count == 7)
    let away = CellTokens.answer(following: [.north, nil, nil, nil, nil, nil], from: Cell(0, 0), in: maze)
    #expect(away == MazeAnswer(path: [Cell(0, 0), Cell(-1, 0)], isFinished: false))
    let long = CellTokens.answer([Int](repeating: CellTokens.firstMove, count: 100_000), origin: Cell(0, 0))
    #expect(!long.isFinished && long.path.count < 200)
  }

  @Test func cellsThatDoNotAgreeAreRefused() {
    func read(_ changes: [Int: Int]) throws {
      var tokens = CellTokens.encode(solved).tokens
      for (place, token) in changes { tokens[place] = token }
      _ = try CellTokens.decode(tokens, rows: 2, columns: 3)
    }
    for (changes, place) in [
      ([0: 7], 0), ([1: 2], 1), ([4: 2 + 32 + 1], 4), ([5: 9 + 16], 5), ([2: 12 + 32, 4: 2 + 32], 4), ([3: 1], 7),
      ([0: 71], 0), ([6: 3], 6), ([7: 64], 13), ([12: 65], 7),
    ] {
      let error = #expect(throws: MazeTokenError.self) { try read(changes) }
      #expect(error?.place == place, "\(changes): \(String(describing: error))")
    }
  }
}
