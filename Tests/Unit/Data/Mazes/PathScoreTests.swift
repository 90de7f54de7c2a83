import Data
import Testing

@Suite struct PathScoreTests {
  /// A ring of 3 x 3 cells with a dead end in the middle:
  /// ```
  /// +-+-+-+
  /// |O    |
  /// + + + +
  /// | | | |
  /// + +-+ +
  /// |    T|
  /// +-+-+-+
  /// ```
  private func ring() throws -> Maze {
    try Maze(drawing: "+-+-+-+\n|     |\n+ + + +\n| | | |\n+ +-+ +\n|     |\n+-+-+-+")
  }

  private let east = [Cell(0, 0), Cell(0, 1), Cell(0, 2), Cell(1, 2), Cell(2, 2)]
  private let south = [Cell(0, 0), Cell(1, 0), Cell(2, 0), Cell(2, 1), Cell(2, 2)]

  private func score(_ path: [Cell], isFinished: Bool = true) throws -> PathScore {
    let field = try ring().distances(to: Cell(2, 2))
    #expect(field.path(from: Cell(0, 0)) == east && field.shortestPathCount(from: Cell(0, 0)) == 2)
    return PathScore(of: MazeAnswer(path: path, isFinished: isFinished), label: east, field: field)
  }

  @Test func theLabelIsRightInEveryWay() throws {
    let score = try score(east)
    #expect(score.isExact && score.isShortest && score.isValid && score.reachesTarget && score.startsAtOrigin)
    #expect(score.stepCount == 4 && score.legalStepCount == 4)
    #expect(score.forkCount == 2 && score.rightForkCount == 2)  // The origin, and (0, 1) above the dead end.
  }

  @Test func aTieIsShortestAndNotExact() throws {
    let score = try score(south)
    #expect(!score.isExact && score.isShortest && score.isValid)
    #expect(score.rightForkCount == 1)  // South of the origin is right as well; (0, 1) was never left.
  }

  @Test func aDetourIsValidAndNotShortest() throws {
    let detour = [Cell(0, 0), Cell(0, 1), Cell(1, 1), Cell(0, 1), Cell(0, 2), Cell(1, 2), Cell(2, 2)]
    let score = try score(detour)
    #expect(!score.isExact && !score.isShortest && score.isValid && score.legalStepCount == 6)
    #expect(score.forkCount == 2 && score.rightForkCount == 1)  // (0, 1) was first left into the dead end.
  }

  @Test func aStepThroughAWallReachesAndIsNotValid() throws {
    let score = try score([Cell(0, 0), Cell(0, 1), Cell(1, 1), Cell(1, 2), Cell(2, 2)])
    #expect(score.reachesTarget && !score.isValid && !score.isShortest)
    #expect(score.stepCount == 4 && score.legalStepCount == 3)
  }

  @Test func anAnswerThatIsCutOffReachesNothing() throws {
    let score = try score(east, isFinished: false)
    #expect(!score.isExact && !score.isShortest && !score.isValid && !score.reachesTarget && score.startsAtOrigin)
    #expect(score.legalStepCount == 4)
  }

  @Test func whateverIsAnsweredHasAScore() throws {
    for path in [[], [Cell(2, 2)], [Cell(-1, 0), Cell(0, 0)], [Cell(0, 0), Cell(0, 0)], [Cell(99, 99), Cell(2, 2)]] {
      let score = try score(path)
      #expect(!score.isValid && score.legalStepCount == 0 && score.rightForkCount == 0)
      #expect(score.stepCount == max(0, path.count - 1))
    }
  }

  @Test func aRandomWalkNeverTurnsBack() throws {
    let maze = try ring()
    #expect(maze.randomWalkProbability(of: east) == 0.25 && maze.randomWalkProbability(of: south) == 0.5)
    #expect(maze.forks(on: south) == [Cell(0, 0)])
  }

  @Test func aLabelThatIsNotShortestStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      let field = MazeTests.worked.distances(to: Cell(1, 1))
      _ = PathScore(
        of: MazeAnswer(path: [], isFinished: true), label: [Cell(1, 2), Cell(0, 2), Cell(1, 2), Cell(1, 1)],
        field: field)
    }
  }
}
