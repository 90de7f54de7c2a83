import Data
import Seeds
import Testing

@Suite struct MazeDrawingTests {
  private static let drawing = """
    +-+-+-+
    |     |
    + +-+ +
    | |   |
    +-+-+-+
    """

  @Test func aMazeIsDrawnAsItsWalls() throws {
    #expect(MazeTests.worked.description == Self.drawing)
    #expect(try Maze(drawing: Self.drawing) == MazeTests.worked)
    #expect(try Maze(drawing: Self.drawing + "\n") == MazeTests.worked)
  }

  @Test func aPathIsDrawnWithItsEnds() throws {
    let path = [Cell(1, 0), Cell(0, 0), Cell(0, 1), Cell(0, 2), Cell(1, 2)]
    let solved = SolvedMaze(maze: MazeTests.worked, origin: path[0], target: path[4], path: path)
    let drawing = """
      +-+-+-+
      |.....|
      +.+-+.+
      |O|  T|
      +-+-+-+
      """
    #expect(solved.description == drawing)
    #expect(try Maze(drawing: drawing) == MazeTests.worked)
  }

  @Test(arguments: MazeTests.generators) func everyDrawingReadsBack(generator: MazeGenerator) throws {
    var random = Seed(root: 6).generator()
    for (rows, columns) in [(1, 1), (1, 7), (5, 1), (3, 5), (11, 7)] {
      let maze = generator.draw(rows: rows, columns: columns, using: &random)
      #expect(try Maze(drawing: maze.description) == maze)
    }
  }

  @Test(arguments: [
    ("", 1, 1), ("+", 1, 1), ("+-+\n| |", 1, 1), ("+-+\n| |\n+-+\n\n", 1, 1), ("+-+\n| |\n+-", 3, 3),
    ("+ +\n| |\n+-+", 1, 2), ("+-+\n| .\n+-+", 2, 3), ("+-+\n|x|\n+-+", 2, 2), ("+-+\n|||\n+-+", 2, 2),
    ("*-+\n| |\n+-+", 1, 1), ("+-+\n- |\n+-+", 2, 1), ("+-+\r\n| |\r\n+-+", 1, 1),
  ]) func aFaultNamesItsPlace(drawing: String, line: Int, column: Int) throws {
    func read() throws { _ = try Maze(drawing: drawing) }
    let error = try #require(#expect(throws: MazeDrawingError.self) { try read() })
    #expect(error.line == line && error.column == column, "\(error)")
  }
}
