import Data
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// What an evaluation says of mazes, whatever was answered.
@Suite struct MazeEvaluationTests {
  private let seed = Seed(root: 19)

  private func column(_ name: String, _ split: MazeSplit, _ count: Int) -> [Int32] {
    Evaluation.mazes(
      split, answers: Array(repeating: MazeAnswer(path: [], isFinished: false), count: count), seed: seed
    )
    .attribute(name).values
  }

  /// At each fork of the path: of the ways that do not lead back, the share of those that are best.
  @Test(arguments: [MazeSplit.train3To5, .cycles40, .framed6])
  func whatAWalkTurnsRightlyIsCountedForkByFork(split: MazeSplit) {
    let turns = column("turn", split, 60)
    for (example, turn) in zip(split.examples(0..<60, seed: seed), turns) {
      let field = example.maze.distances(to: example.solved.target)
      var chances: [Double] = []
      for (place, cell) in example.path.dropLast().enumerated() {
        let ways = Direction.allCases.filter {
          example.maze.isOpen(cell, $0) && (place == 0 || cell.step($0) != example.path[place - 1])
        }
        guard ways.count > 1 else { continue }
        let best = ways.count { field.bestDirections(from: cell) & $0.bit != 0 }
        chances.append(Double(best) / Double(ways.count))
      }
      let expected = chances.isEmpty ? 1 : chances.reduce(0, +) / Double(chances.count)
      #expect(turn == Int32((1000 * expected).rounded()))
    }
  }

  @Test func theCornerIsTheSmallestMazeWithThisOrigin() {
    let corners = column("corner", .sizeUp6, 60)
    for (example, corner) in zip(MazeSplit.sizeUp6.examples(0..<60, seed: seed), corners) {
      let size = (1...6).first { example.solved.origin.row < $0 && example.solved.origin.column < $0 }
      #expect(corner == Int32(size!))
    }
    #expect(Set(corners).count == 6)
  }

  /// One cell of 16 is the origin: of 1,600 guesses 100 are right, with a standard deviation of 9.7. Five of them.
  @Test func aGuessIsRightAsOftenAsChanceAllows() {
    #expect((52...148).contains(column("guess", .train4, 1_600).count { $0 == 1 }))
  }
}
