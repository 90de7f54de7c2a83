import Data
import Seeds
import Testing

/// Against the specification's measurements of other programs.
@Suite struct MazeSplitDistributionTests {
  private static let count = 20_000

  private func statistics(_ side: Int, _ generator: MazeGenerator) -> MazeStatistics {
    MazeSplit(
      name: "table", revision: 1, sizes: side...side, generator: generator, portion: .everything, endpoints: .anyTwo,
      label: .canonical
    ).statistics(seed: Seed(root: 32), count: Self.count)
  }

  /// Side; cells on the path, mean and 95 % quantile; forks; what a random walk gets exactly.
  private static let table:
    [(side: Int, generator: MazeGenerator, cells: Double, p95: Int, forks: Double, walk: Double)] =
      [
        (3, .depthFirst, 4.1, 7, 1.1, 0.51), (3, .wilson, 3.9, 7, 1.3, 0.43),
        (4, .depthFirst, 6.3, 12, 1.4, 0.41), (4, .wilson, 5.3, 10, 2.0, 0.29),
        (5, .depthFirst, 8.3, 17, 1.8, 0.34), (5, .wilson, 6.9, 13, 2.9, 0.19),
        (6, .depthFirst, 10.9, 24, 2.1, 0.28), (6, .wilson, 8.1, 16, 3.5, 0.15),
        (8, .depthFirst, 17.6, 38, 3.0, 0.19), (8, .wilson, 11.6, 23, 5.3, 0.09),
      ]

  /// The table's means are of 400 mazes each, so they scatter by sd / 20, where the standard deviation of a path's
  /// length is below 0.7 times its mean, of its forks below 1.9 and of the walk's probability below 0.33. The level is
  /// that of the chi-square bounds, 4.753 standard deviations, and half a unit of the last digit is added.
  @Test func pathsForksAndRandomWalksAreThoseOfTheTable() {
    for row in Self.table {
      let statistics = statistics(row.side, row.generator)
      let cells = statistics.meanPathLength + 1
      #expect(abs(cells - row.cells) < 4.753 * 0.7 * cells / 20 + 0.05, "\(row): \(cells)")
      #expect(
        abs(statistics.meanForkCount - row.forks) < 4.753 * 1.9 / 20 + 0.05, "\(row): \(statistics.meanForkCount)")
      #expect(abs(statistics.randomWalkExactness - row.walk) < 4.753 * 0.33 / 20 + 0.005, "\(row)")
      // A quantile of 400 lies between those of 0.95 -+ 4.753 sqrt(0.05 * 0.95 / 400) = 0.898 and 1.
      #expect(statistics.pathLength(quantile: 0.898)...statistics.pathLength(quantile: 1) ~= row.p95 - 1, "\(row)")
    }
  }

  /// The shares of mazes of 6 x 6 cells with more than one shortest path, of 200 mazes each.
  @Test func tiesAreAsFrequentAsTheTableSays() {
    for (chance, published) in [
      (Probability(1, of: 20), 0.09), (.init(1, of: 10), 0.2), (.init(1, of: 5), 0.28), (.init(2, of: 5), 0.48),
    ] {
      let share = statistics(6, .depthFirstPercolation(.full, chance)).tieShare
      #expect(abs(share - published) < 4.753 * (share * (1 - share) / 200).squareRoot() + 0.005, "\(chance): \(share)")
    }
  }

  @Test func sizesAreUniformAlsoWhereSomeAreRefused() {
    for split in [MazeSplit.heldOut3To5, .train3To5, .density60] {
      var counts = [0, 0, 0]
      for example in split.examples(0..<6000, seed: Seed(root: 33)) { counts[example.maze.rows - 3] += 1 }
      let test = ChiSquare(uniform: counts)
      #expect(test.statistic < test.bound, "\(split.name): \(counts)")
    }
  }

  @Test func theStatisticsCountWhatIsThere() throws {
    let ring = try Maze(drawing: "+-+-+-+\n|     |\n+ +-+ +\n|     |\n+-+-+-+")
    func example(_ maze: Maze, _ origin: Cell, _ target: Cell) throws -> MazeExample {
      let path = try #require(maze.distances(to: target).path(from: origin))
      return MazeExample(index: 0, solved: SolvedMaze(maze: maze, origin: origin, target: target, path: path))
    }
    let statistics = MazeStatistics([
      try example(ring, Cell(0, 0), Cell(1, 2)), try example(MazeTests.worked, Cell(1, 0), Cell(0, 2)),
    ])
    #expect(statistics.count == 2 && statistics.pathLengthCounts == [0, 0, 0, 2] && statistics.forkCounts == [1, 1])
    #expect(statistics.deadEndCount == 2 && statistics.cellCount == 12 && statistics.tieShare == 0.5)
    #expect(statistics.meanPathLength == 3 && statistics.meanForkCount == 0.5 && statistics.deadEndShare == 1.0 / 6)
    #expect(statistics.randomWalkExactness == 0.75)  // One half in the ring, and certain in the corridor.
    #expect(statistics.pathLength(quantile: 0.95) == 3)
  }
}
