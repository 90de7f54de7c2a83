import Data
import Learning
import Seeds
import Testing

@testable import Bench

/// The columns of an evaluation: what slices are cut by, and what luck gives.
@Suite struct MazeColumnTests {
  private let seed = Seed(root: 13)

  private func evaluation(_ split: MazeSplit, _ count: Int) -> Evaluation {
    Evaluation.mazes(split, answers: split.unanswered(count, seed), seed: seed)
  }

  @Test(arguments: [MazeSplit.heldOut3To5, .cycles40, .framed6])
  func mazesAreToldApartByTheirSizePathAndOrigin(split: MazeSplit) {
    let evaluation = evaluation(split, 200)
    func values(_ name: String) -> [Int] { evaluation.attribute(name).values.map(Int.init) }
    let examples = split.examples(0..<200, seed: seed)
    #expect(values("rows") == examples.map(\.maze.rows))
    #expect(values("steps") == examples.map { $0.path.count - 1 })
    // Passages that lead on, counted from the openings: all of them at the origin, all but one later.
    #expect(
      values("forks")
        == examples.map { example in
          example.path.dropLast().indices.count { place in
            let openings = example.maze.openings[example.maze.number(of: example.path[place])]
            return openings.nonzeroBitCount - (place == 0 ? 0 : 1) > 1
          }
        })
    // The smallest square from the north-west that has the origin.
    let corners = values("corner")
    for (example, corner) in zip(examples, corners) {
      let origin = example.solved.origin
      #expect(origin.row < corner && origin.column < corner)
      #expect(origin.row == corner - 1 || origin.column == corner - 1)
    }
    #expect(zip(examples, corners).contains { $0.solved.origin.row != $1 - 1 })
    #expect(zip(examples, corners).contains { $0.solved.origin.column != $1 - 1 })
  }

  /// A walk from each origin that never turns back, a hundred times, and a cell at random likewise: means of 300
  /// mazes of one draw each lie within four standard errors, 4 x 0.5 / 300^0.5 = 0.12.
  @Test func luckIsThatOfAWalkAndOfACell() {
    let examples = MazeSplit.heldOut3To5.examples(0..<300, seed: seed)
    let evaluation = evaluation(.heldOut3To5, 300)
    var generator = Seed(root: 14).generator()
    let found = examples.map { example in
      (0..<100).count { _ in walk(example, using: &generator) == example.path }
    }
    let share = Double(found.reduce(0, +)) / 30_000
    let walked = TrivialPredictor.attribute("walk", label: "").score(
      on: evaluation, metric: .exactPath, slice: .everything)
    #expect(abs(walked - share) < 0.12 && share > 0.2)
    let guessed = TrivialPredictor.attribute("guess", label: "").score(
      on: evaluation, metric: .firstCell, slice: .everything)
    #expect(abs(guessed - examples.map { 1 / Double($0.maze.cellCount) }.reduce(0, +) / 300) < 0.12)
  }

  /// In a tree one way of each fork is right: of two ways a half, of three a third.
  @Test func aTurnIsRightAsOftenAsThereAreWays() {
    let turns = evaluation(.heldOut3To5, 200).attribute("turn").values
    for (example, turn) in zip(MazeSplit.heldOut3To5.examples(0..<200, seed: seed), turns) {
      let ways = example.path.dropLast().enumerated().map { example.maze.degree($1) - ($0 == 0 ? 0 : 1) }
        .filter { $0 > 1 }
      let wanted = ways.isEmpty ? 1 : ways.map { 1 / Double($0) }.reduce(0, +) / Double(ways.count)
      #expect(Int32((1000 * wanted).rounded()) == turn)
    }
  }

  /// An answer may have as many tokens as a maze has cells and two more, or as its longest solution.
  @Test(arguments: [
    (MazeTokenFormat.cells, 18), (.compact(CompactTokens(side: 4)), 18),
    (.legacy(LegacyTokens(coordinates: .unique(.uniform), side: 4)), 18),
    (.legacy(LegacyTokens(coordinates: .indexed, side: 4)), 81),
  ])
  func anAnswerHasRoomForTheLongestPath(format: MazeTokenFormat, tokens: Int) {
    #expect(MazeTokenTests.task(format).answerCount(cells: 16) == tokens)
  }

  private func walk(_ example: MazeExample, using generator: inout Generator) -> [Cell] {
    var path = [example.solved.origin]
    while let last = path.last, last != example.solved.target {
      let back = path.dropLast().last
      let ways = Direction.allCases.map(last.step).filter { example.maze.joins(last, $0) && $0 != back }
      guard !ways.isEmpty else { break }
      path.append(ways[Draw.integer(in: 0...(ways.count - 1), using: &generator)])
    }
    return path
  }
}

extension MazeSplit {
  fileprivate func unanswered(_ count: Int, _ seed: Seed) -> [MazeAnswer] {
    examples(0..<count, seed: seed).map { _ in MazeAnswer(path: [], isFinished: false) }
  }
}
