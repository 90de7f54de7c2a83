import Data
import Learning
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// Mazes as a network reads them that knows where every cell lies, and what its moves are worth.
@Suite struct MazeMoveTests {
  let seed = Seed(root: 11)

  private func batch(_ split: MazeSplit, radius: Int, _ count: Int = 20) -> Batch {
    var batch = Batch(idsPerToken: 1)
    MazeMoveSource(split: split, radius: radius, seed: seed).append(0..<count, to: &batch)
    return batch
  }

  @Test(arguments: [MazeSplit.train3To5, .cycles40, .density60])
  func theBestMovesShareWhatAnAnswerIsWorth(split: MazeSplit) {
    let batch = batch(split, radius: 3)
    var place = 0
    for example in split.examples(0..<20, seed: seed) {
      let field = example.maze.distances(to: example.solved.target)
      for number in 0..<example.maze.cellCount {
        let cell = example.maze.cell(number)
        let worth = batch.targets[4 * place..<4 * place + 4]
        let best = field.bestDirections(from: cell)
        #expect(abs(worth.reduce(0, +) - (best == 0 ? 0 : 1)) < 1e-6)
        for (direction, value) in zip(Direction.allCases, worth) { #expect((value > 0) == (best & direction.bit != 0)) }
        place += 1
      }
    }
    #expect(batch.ids.allSatisfy { 0..<Int32(MazeMoveSource.vocabulary) ~= $0 })
  }

  /// The kind of a link says where the other cell lies: the same for the same step anywhere in any maze.
  @Test func linksAreOfTheKindOfTheirStep() {
    let batch = batch(.sizeUp6, radius: 2, 1)
    let kinds = Array(batch.linkKinds)
    #expect(kinds.count == 36 * 36 && kinds.allSatisfy { 0..<Int32(MazeMoveSource.linkKinds(radius: 2)) ~= $0 })
    func kind(_ from: Cell, _ to: Cell) -> Int32 { kinds[36 * (6 * from.row + from.column) + 6 * to.row + to.column] }
    #expect(kind(Cell(1, 1), Cell(2, 3)) == kind(Cell(4, 0), Cell(5, 2)))
    #expect(kind(Cell(1, 1), Cell(2, 3)) != kind(Cell(1, 1), Cell(3, 2)))
    #expect(kind(Cell(0, 0), Cell(0, 2)) == kind(Cell(0, 0), Cell(0, 5)))
    #expect(kind(Cell(0, 0), Cell(0, 0)) == 12)  // the middle of 25
    let steps = Set((0..<36).flatMap { a in (0..<36).map { b in kinds[36 * a + b] } })
    #expect(steps.count == 25)
  }

  @Test(arguments: [MazeSplit.heldOut3To5, .cycles40, .framed6])
  func theTrueMovesLeadAlongAShortestPath(split: MazeSplit) {
    let moves = split.examples(0..<30, seed: seed).flatMap { example in
      CellTokens.bestMoves(example.maze.distances(to: example.solved.target)).flatMap { best in
        Direction.allCases.map { best & $0.bit == 0 ? Float(0) : 1 }
      }
    }
    let evaluation = Evaluation.mazes(split, count: 30, moves: moves, seed: seed)
    #expect(Metric.shortestPath.score(evaluation, .everything) == 1)
    #expect(Metric.exactPath.score(evaluation, .everything) == 1)
    #expect(evaluation.predictions == evaluation.truths)
  }

  @Test func withoutAnAnswerEverybodyGoesNorth() {
    let evaluation = Examples.mazeMoves(.sizeUp6, radius: 2).unanswered(count: 60, seed: seed)
    #expect(Metric.exactPath.score(evaluation, .everything) < 0.2)
  }
}
