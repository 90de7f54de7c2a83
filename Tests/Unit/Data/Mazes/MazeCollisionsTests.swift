import Data
import Seeds
import Testing

@Suite struct MazeCollisionsTests {
  @Test func spanningTreesAreCountedExactly() {
    // The sequence A007341 of the OEIS.
    let squares = (1...6).map { Maze.spanningTreeCount(rows: $0, columns: $0) }
    #expect(squares == [1, 4, 192, 100_352, 557_568_000, 32_565_539_635_200])
    #expect(Maze.spanningTreeCount(rows: 2, columns: 3) == 15 && Maze.spanningTreeCount(rows: 3, columns: 2) == 15)
    #expect(Maze.spanningTreeCount(rows: 1, columns: 9) == 1 && Maze.spanningTreeCount(rows: 20, columns: 20) == nil)
  }

  /// For uniform trees the probability that two are the same, turned or mirrored, is the mean size of an orbit by the
  /// number of trees: at most 8 / 192 in 3 x 3 cells, and 8 / 100,352 in 4 x 4 less the few symmetric ones.
  @Test func uniformTreesCoincideAsOftenAsTheirNumberSays() throws {
    for (side, slack) in [(3, 0.85), (4, 0.95)] {
      let split = MazeSplit(
        name: "pairs", revision: 1, sizes: side...side, generator: .wilson, portion: .everything,
        endpoints: .anyTwo, label: .canonical)
      let count = try #require(Maze.spanningTreeCount(rows: side, columns: side))
      let share = MazeCollisions(split.examples(0..<30_000, seed: Seed(root: 29)).map(\.maze)).share
      // 450 million pairs, 36,000 of which expected equal at side 4: 4.753 standard deviations are below 3 %.
      #expect(share <= 1.03 * 8 / Double(count) && share >= slack * 8 / Double(count), "\(side): \(share)")
    }
  }

  @Test func theLeakIsTheShareThatWasShown() {
    let shown = [MazeTests.worked]
    let turned = Maze(
      rows: 3, columns: 2,
      passages: MazeTests.worked.passages.map {
        (Cell($0.column, $0.row), Cell($1.column, $1.row))
      })
    let other = Maze(rows: 2, columns: 3, passages: [(Cell(0, 0), Cell(0, 1))])
    #expect(MazeCollisions.leak(of: [turned, other, other, other], from: shown) == 0.25)
    #expect(MazeCollisions([turned, MazeTests.worked, other]).equalPairCount == 1)
    #expect(MazeCollisions([Maze]()).share == 0)
  }
}
