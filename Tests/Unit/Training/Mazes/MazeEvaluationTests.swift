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

  /// In none of the three ways in which a maze is answered does a diverged network pass for one that is wrong: that would do
  /// for a control.
  @Test func aNetworkThatDivergedHasNoScore() {
    let split = MazeSplit.train3To5
    let examples = split.examples(0..<3, seed: seed)
    let cells = examples.map(\.maze.cellCount)
    let task = MazeTokenTests.task(MazeTokenTests.formats[0])
    let perMaze = MazeTokenAnswers(split: split, task: task).count(of: 1)
    func evaluations(_ ill: Float) -> [Evaluation] {
      // The last number of the second maze; in tokens the first, behind which nothing follows.
      let field: [Float] = cells.enumerated().flatMap { index, count in
        (0..<count).map { index == 1 && $0 == count - 1 ? ill : Float(1) }
      }
      let moves: [Float] = field.flatMap { [1, 1, 1, $0] }
      let padding = Array(repeating: Float(-1), count: perMaze - 1)
      let tokens = [1] + padding + [ill] + padding + [1] + padding
      return [
        .mazes(split, count: 3, predictions: field, seed: seed), .mazes(split, count: 3, moves: moves, seed: seed),
        .mazes(split, task, count: 3, predictions: tokens, seed: seed),
      ]
    }
    for evaluation in evaluations(1) { #expect(Metric.exactPath.score(evaluation, .everything).isFinite) }
    for evaluation in evaluations(.nan) {
      #expect(evaluation.predictions.map(\.isNaN) == [false, true, false])
      #expect(Metric.exactPath.score(evaluation, .everything).isNaN)
      #expect(Metric.legalSteps.score(evaluation, .everything).isNaN)
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
