import Data
import Seeds
import Testing

@Suite struct MazeTests {
  /// ```
  /// +-+-+-+
  /// |     |
  /// + +-+ +
  /// | |   |
  /// +-+-+-+
  /// ```
  static let worked = Maze(
    rows: 2, columns: 3,
    passages: [
      (Cell(0, 0), Cell(0, 1)), (Cell(0, 2), Cell(0, 1)), (Cell(0, 0), Cell(1, 0)), (Cell(0, 2), Cell(1, 2)),
      (Cell(1, 1), Cell(1, 2)),
    ])

  /// Every generator, with sizes of its own for tests that look at single mazes.
  static let generators: [MazeGenerator] = [
    .depthFirst, .prim, .wilson, .kruskal, .recursiveDivision, .percolation(.init(3, of: 5)),
    .depthFirstPercolation(.full, .init(1, of: 10)), .depthFirstForest(.full, .init(1, of: 8)),
  ]

  @Test func everyPassageIsInTheMasksOfBothEnds() {
    #expect(Self.worked.openings == [0b0110, 0b1010, 0b1100, 0b0001, 0b0010, 0b1001])
    #expect(Self.worked.passageCount == 5 && Self.worked.isTree)
    #expect(Self.worked.isOpen(Cell(0, 0), .south) && !Self.worked.isOpen(Cell(0, 1), .south))
    #expect(Self.worked.joins(Cell(1, 2), Cell(0, 2)) && !Self.worked.joins(Cell(1, 0), Cell(1, 1)))
    #expect(!Self.worked.joins(Cell(0, 0), Cell(1, 1)) && !Self.worked.joins(Cell(-1, 0), Cell(0, 0)))
    #expect(!Self.worked.joins(Cell(0, 0), Cell(0, -1)) && !Self.worked.joins(Cell(0, 0), Cell(0, 0)))
    #expect((0..<6).map { Self.worked.degree(Self.worked.cell($0)) } == [2, 2, 2, 1, 1, 2])
    #expect(Self.worked.cell(5) == Cell(1, 2) && Self.worked.number(of: Cell(1, 2)) == 5)
  }

  @Test func directionsAreThoseOfTheCompass() {
    #expect(Cell(5, 5).step(.north) == Cell(4, 5) && Cell(5, 5).step(.south) == Cell(6, 5))
    #expect(Cell(5, 5).step(.east) == Cell(5, 6) && Cell(5, 5).step(.west) == Cell(5, 4))
    for direction in Direction.allCases {
      #expect(Cell(5, 5).direction(to: Cell(5, 5).step(direction)) == direction)
      #expect(Cell(5, 5).step(direction).step(direction.opposite) == Cell(5, 5))
    }
    #expect(Cell(5, 5).direction(to: Cell(6, 6)) == nil && Cell(5, 5).direction(to: Cell(5, 5)) == nil)
    #expect(Cell(1, 7).distance(to: Cell(4, 2)) == 8)
  }

  @Test func theOrderAndOrientationOfPassagesDoNotMatter() {
    let passages = Self.worked.passages
    #expect(passages.count == 5)
    let turned = Maze(rows: 2, columns: 3, passages: passages.reversed().map { ($1, $0) })
    #expect(turned == Self.worked)
  }

  @Test func connectionsAreDownAndRightAndComeBack() {
    #expect(
      Self.worked.connections == [
        [[true, false, true], [false, false, false]], [[true, true, false], [false, true, false]],
      ])
    var generator = Seed(root: 5).generator()
    for maze in Self.generators.map({ $0.draw(rows: 7, columns: 5, using: &generator) }) {
      #expect(Maze(connections: maze.connections) == maze)
      #expect(maze.connections[0][6].allSatisfy { !$0 } && maze.connections[1].allSatisfy { !$0[4] })
    }
  }

  @Test func partsAreCountedInTheOrderOfTheirFirstCells() {
    let parts = Maze(rows: 2, columns: 3, passages: [(Cell(0, 0), Cell(1, 0)), (Cell(0, 2), Cell(1, 2))])
    #expect(parts.components == [0, 1, 2, 0, 3, 2] && parts.componentCount == 4 && !parts.isTree)
    let ring = Maze(
      rows: 2, columns: 3,
      passages: [
        (Cell(0, 0), Cell(0, 1)), (Cell(0, 1), Cell(1, 1)), (Cell(1, 1), Cell(1, 0)), (Cell(1, 0), Cell(0, 0)),
        (Cell(0, 2), Cell(1, 2)),
      ])
    #expect(ring.passageCount == 5 && ring.componentCount == 2 && !ring.isTree)
  }

  @Test func aFrameAddsCellsWithoutPassages() {
    let framed = Self.worked.framed(rows: 5, columns: 7, top: 2, left: 3)
    #expect(framed.rows == 5 && framed.columns == 7 && framed.passageCount == 5)
    #expect(framed.isOpen(Cell(2, 3), .south) && framed.openings(of: Cell(3, 4)) == 0b0010)
    #expect(framed.openings.count { $0 != 0 } == 6)
  }

  @Test func impossibleOnesStopTheProgram() async {
    await #expect(processExitsWith: .failure) { _ = Maze(rows: 0, columns: 3, passages: []) }
    await #expect(processExitsWith: .failure) { _ = Maze(rows: 3, columns: 129, passages: []) }
    await #expect(processExitsWith: .failure) { _ = Maze(rows: 2, columns: 2, passages: [(Cell(0, 0), Cell(1, 1))]) }
    await #expect(processExitsWith: .failure) { _ = Maze(rows: 2, columns: 2, passages: [(Cell(0, 1), Cell(0, 2))]) }
    await #expect(processExitsWith: .failure) { _ = Maze(connections: [[[true]], [[false]]]) }
    await #expect(processExitsWith: .failure) { _ = MazeTests.worked.framed(rows: 5, columns: 5, top: 4, left: 0) }
  }
}
