import Data
import Seeds
import Testing

/// Small mazes within 4 x 4 cells: what a network is shown that is asked for larger ones.
@Suite struct MazeSplitWithinFourTests {
  private let seed = Seed(root: 17)

  private static let passages: [(MazeSplit, Set<Int>)] = [
    (.train3In4, [8]), (.train2To3In4, [3, 5, 8]), (.trainWilson3In4, [8]), (.heldOut3In4, [8]), (.wilson3In4, [8]),
    (.sizeDown2By3In4, [5]), (.sizeUp3By4In4, [11]), (.heldOut4, [15]),
  ]

  @Test(arguments: passages)
  func listsOfPassagesHaveTheLengthsOfTheirSizes(split: MazeSplit, passages: Set<Int>) {
    let examples = split.examples(0..<300, seed: seed)
    #expect(Set(examples.map(\.maze.passageCount)) == passages)
    #expect(examples.allSatisfy { $0.maze.rows == 4 && $0.maze.columns == 4 })
  }

  /// So a larger maze has no cell whose token is new.
  @Test(arguments: [MazeSplit.train3In4, .train2To3In4, .trainWilson3In4, .trainDeadEndStart3In4])
  func everyCellIsTheFirstAndTheLastOfSomePath(split: MazeSplit) {
    let examples = split.examples(0..<500, seed: seed)
    #expect(Set(examples.map(\.solved.origin)).count == 16 && Set(examples.map(\.solved.target)).count == 16)
  }

  @Test func whatIsAskedWasNotShownWhereverItStands() {
    let shown = [MazeSplit.train3In4, .train2To3In4, .trainWilson3In4, .trainDeadEndStart3In4].flatMap {
      $0.examples(0..<2000, seed: seed).map(\.maze)
    }
    for split in [MazeSplit.heldOut3In4, .wilson3In4, .sizeDown2By3In4, .sizeUp3By4In4, .heldOut4] {
      #expect(MazeCollisions.leak(of: split.examples(0..<500, seed: seed).map(\.maze), from: shown) == 0)
    }
  }
}
