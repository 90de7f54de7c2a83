import Data
import Seeds
import Testing

@Suite struct MazeGeneratorTests {
  private static let trees: [MazeGenerator] = [.depthFirst, .prim, .wilson, .kruskal, .recursiveDivision]

  @Test(arguments: trees) func aTreeHasOnePassageLessThanCells(generator: MazeGenerator) {
    var random = Seed(root: 1).child(generator.name).generator()
    #expect(generator.joinsEverything)
    for (rows, columns) in [(1, 1), (1, 13), (17, 1), (2, 2), (3, 11), (13, 7), (31, 29), (128, 128)] {
      let maze = generator.draw(rows: rows, columns: columns, using: &random)
      #expect(maze.rows == rows && maze.columns == columns)
      #expect(maze.passageCount == rows * columns - 1 && maze.componentCount == 1, "\(rows) x \(columns)")
    }
  }

  @Test(arguments: MazeTests.generators) func theSameStreamGivesTheSameMaze(generator: MazeGenerator) {
    func draw(_ index: Int) -> Maze {
      var random = Seed(root: 2).generator(at: index)
      return generator.draw(rows: 11, columns: 7, using: &random)
    }
    #expect(draw(1) == draw(1))
    #expect(Set((0..<50).map(draw)).count == 50)
  }

  @Test func growthReachesAsManyCellsAsAsked() {
    var random = Seed(root: 3).generator()
    for (extent, expected) in [
      (MazeGrowth.Extent.cells(11), 11), (.share(.init(1, of: 3)), 25),
      (.share(.init(.max / 3, of: .max)), 25), (.share(.init(.max, of: .max)), 77), (.share(.init(1, of: .max)), 2),
      (.cells(1000), 77), (.share(.never), 2),
    ] {
      let growth = MazeGrowth(extent: extent, maximumDepth: nil, start: nil)
      for generator in [MazeGenerator.depthFirst(growth, forks: true), .prim(growth)] {
        for _ in 0..<50 {
          let maze = generator.draw(rows: 11, columns: 7, using: &random)
          #expect(maze.openings.count { $0 != 0 } == expected && maze.passageCount == expected - 1)
          #expect(maze.componentCount == 77 - expected + 1)
        }
      }
    }
  }

  @Test func noCellLiesDeeperThanAsked() {
    var random = Seed(root: 4).generator()
    let start = Cell(4, 2)
    let growth = MazeGrowth(extent: .everything, maximumDepth: 5, start: start)
    for generator in [MazeGenerator.depthFirst(growth, forks: true), .prim(growth)] {
      var deepest = 0
      for _ in 0..<100 {
        let maze = generator.draw(rows: 11, columns: 7, using: &random)
        let field = maze.distances(to: start)
        deepest = max(deepest, (0..<77).map { field.distance(from: maze.cell($0)) ?? 0 }.max()!)
      }
      #expect(deepest == 5 && !generator.joinsEverything)
    }
  }

  @Test func withoutForksThereIsOneCorridorFromTheStart() {
    var random = Seed(root: 5).generator()
    let growth = MazeGrowth(extent: .everything, maximumDepth: nil, start: Cell(3, 3))
    for _ in 0..<100 {
      let maze = MazeGenerator.depthFirst(growth, forks: false).draw(rows: 7, columns: 11, using: &random)
      let degrees = maze.openings.map(\.nonzeroBitCount)
      #expect(degrees.count { $0 == 1 } == 2 && degrees.count { $0 > 2 } == 0 && maze.degree(Cell(3, 3)) == 1)
    }
  }

  /// A known mistake is a start that is never in the last row or column.
  @Test func aRandomStartIsAnyCell() {
    var random = Seed(root: 6).generator()
    // Two cells are reached: the start is one of them, so a corner is reached with probability
    // (1 + 1/3 + 1/3) / 15 in 3 x 5 cells: as the start, or from one of its two neighbours of degree 3.
    let growth = MazeGrowth(extent: .cells(2), maximumDepth: nil, start: nil)
    var counts = [Int](repeating: 0, count: 15)
    let draws = 30_000
    for _ in 0..<draws {
      let maze = MazeGenerator.depthFirst(growth, forks: true).draw(rows: 3, columns: 5, using: &random)
      for cell in 0..<15 where maze.openings[cell] != 0 { counts[cell] += 1 }
    }
    for corner in [0, 4, 10, 14] {
      let test = ChiSquare([counts[corner], draws - counts[corner]], probabilities: [1.0 / 9, 8.0 / 9])
      #expect(test.statistic < test.bound, "\(corner): \(counts[corner])")
    }
  }

  @Test func percolationOpensEachPassageAloneAndAsOftenAsAsked() {
    var random = Seed(root: 7).generator()
    var bins = [Int](repeating: 0, count: 128)
    for _ in 0..<20_000 {
      let maze = MazeGenerator.percolation(.init(2, of: 5)).draw(rows: 2, columns: 3, using: &random)
      let open = [Cell(0, 0), Cell(0, 1), Cell(1, 0), Cell(1, 1)].map { maze.isOpen($0, .east) }
      let down = (0..<3).map { maze.isOpen(Cell(0, $0), .south) }
      bins[(open + down).reduce(0) { $0 * 2 + ($1 ? 1 : 0) }] += 1
    }
    let probabilities = (0..<128).map { number in
      (0..<7).reduce(1.0) { $0 * (number >> $1 & 1 == 1 ? 0.4 : 0.6) }
    }
    let test = ChiSquare(bins, probabilities: probabilities)
    #expect(test.statistic < test.bound)
    let none = MazeGenerator.percolation(.never).draw(rows: 3, columns: 5, using: &random)
    let all = MazeGenerator.percolation(.always).draw(rows: 3, columns: 5, using: &random)
    #expect(none.passageCount == 0 && all.passageCount == 22)
  }

  @Test func cyclesOnlyAddPassagesToTheDepthFirstMaze() {
    let chance = Probability(1, of: 4)
    var opened = 0
    for index in 0..<2000 {
      var (one, other) = (Seed(root: 8).generator(at: index), Seed(root: 8).generator(at: index))
      let tree = MazeGenerator.depthFirst.draw(rows: 5, columns: 7, using: &one)
      let maze = MazeGenerator.depthFirstPercolation(.full, chance).draw(rows: 5, columns: 7, using: &other)
      #expect(zip(tree.openings, maze.openings).allSatisfy { $0 & ~$1 == 0 })
      opened += maze.passageCount - tree.passageCount
    }
    // 58 neighbours less 34 passages leave 24 walls.
    let test = ChiSquare([opened, 48_000 - opened], probabilities: [0.25, 0.75])
    #expect(test.statistic < test.bound)
  }

  @Test func forestsOnlyLosePassagesOfTheDepthFirstMaze() {
    let chance = Probability(1, of: 4)
    var closed = 0
    for index in 0..<2000 {
      var (one, other) = (Seed(root: 9).generator(at: index), Seed(root: 9).generator(at: index))
      let tree = MazeGenerator.depthFirst.draw(rows: 5, columns: 7, using: &one)
      let maze = MazeGenerator.depthFirstForest(.full, chance).draw(rows: 5, columns: 7, using: &other)
      #expect(zip(tree.openings, maze.openings).allSatisfy { $1 & ~$0 == 0 })
      #expect(Set(maze.components).count == 1 + tree.passageCount - maze.passageCount)
      closed += tree.passageCount - maze.passageCount
    }
    let test = ChiSquare([closed, 68_000 - closed], probabilities: [0.25, 0.75])
    #expect(test.statistic < test.bound)
  }

  @Test func impossibleOptionsStopTheProgram() async {
    await #expect(processExitsWith: .failure) {
      _ = MazeGrowth(extent: .cells(1), maximumDepth: nil, start: nil)
    }
    await #expect(processExitsWith: .failure) { _ = MazeGrowth(extent: .everything, maximumDepth: 0, start: nil) }
    await #expect(processExitsWith: .failure) {
      var random = Seed(root: 1).generator()
      let growth = MazeGrowth(extent: .everything, maximumDepth: nil, start: Cell(3, 0))
      _ = MazeGenerator.prim(growth).draw(rows: 3, columns: 3, using: &random)
    }
  }
}
