import Seeds
import Testing

@testable import Data

@Suite struct RandomWalkTests {
  private let seed = Seed(root: 21)

  @Test(arguments: [MazeSplit.heldOut3To5, .cycles40, .density60])
  func itTakesPassagesNeverTurnsBackAndEndsWhereItMust(split: MazeSplit) {
    var generator = seed.generator()
    for example in split.examples(0..<200, seed: seed) {
      let (maze, target) = (example.maze, example.solved.target)
      let walk = MazeAnswer(walkingAtRandomIn: example.solved, using: &generator)
      #expect(walk.path[0] == example.solved.origin)
      #expect(zip(walk.path, walk.path.dropFirst()).allSatisfy { maze.joins($0, $1) })
      #expect(zip(walk.path, walk.path.dropFirst(2)).allSatisfy { $0 != $1 })
      #expect(walk.path.dropLast().allSatisfy { $0 != target } && walk.isFinished == (walk.path.last == target))
      // It stops at the target, in a dead end, or after as many steps as there are cells.
      let last = walk.path[walk.path.count - 1]
      let isDeadEnd = maze.degree(last) == (walk.path.count > 1 ? 1 : 0)
      #expect(walk.isFinished || isDeadEnd || walk.path.count == maze.cellCount + 1)
    }
  }

  /// A thousand walks in each of ten mazes: four standard errors of a share, and the probability is known.
  @Test func itGoesAlongAPathAsOftenAsTheoryHasIt() {
    var generator = seed.generator()
    for example in MazeSplit.cycles40.examples(0..<10, seed: seed) {
      let probability = example.maze.randomWalkProbability(of: example.path)
      let found = (0..<1_000).count { _ in
        MazeAnswer(walkingAtRandomIn: example.solved, using: &generator).path == example.path
      }
      #expect(abs(Double(found) / 1_000 - probability) <= 4 * (probability * (1 - probability) / 1_000).squareRoot())
    }
  }
}
