import Data
import Learning
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// The columns that slices are cut by, what a walk finds by luck, and how long an answer may be.
@Suite struct MazeColumnTests {
  private let seed = Seed(root: 13)

  private func evaluation(_ split: MazeSplit, _ count: Int) -> Evaluation {
    Evaluation.mazes(split, answers: split.unanswered(count, seed), seed: seed)
  }

  @Test(arguments: [MazeSplit.heldOut3To5, .cycles40, .framed6])
  func mazesAreToldApartBySizeStepsAndForks(split: MazeSplit) {
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
  }

  /// A walk from each origin that never turns back, a hundred times: means of 300
  /// mazes of one draw each lie within four standard errors, 4 x 0.5 / 300^0.5 = 0.12.
  @Test func luckIsThatOfAWalkThatNeverTurnsBack() {
    let examples = MazeSplit.heldOut3To5.examples(0..<300, seed: seed)
    let evaluation = evaluation(.heldOut3To5, 300)
    var generator = Seed(root: 14).generator()
    let found = examples.map { example in
      (0..<100).count { _ in walk(example, using: &generator) == example.path }
    }
    let share = Double(found.reduce(0, +)) / 30_000
    let walked = TrivialPredictor.attribute("walk-exact", label: "").score(
      on: evaluation, metric: .exactPath, slice: .everything)
    #expect(abs(walked - share) < 0.12 && share > 0.2)
  }

  /// With cycles a walk finds other paths than the label's: each metric has a floor of its own.
  @Test func everyMetricHasTheFloorOfAWalk() {
    let evaluation = evaluation(.cycles40, 300)
    func floor(_ metric: Metric) -> Double {
      let predictors = Examples.mazeFields(.cycles40, unreachable: 25).trivialPredictors(for: metric)
      return predictors.map { $0.score(on: evaluation, metric: metric, slice: .everything) }.reduce(0, max)
    }
    #expect(floor(.exactPath) < floor(.shortestPath) && floor(.shortestPath) < floor(.validPath))
    #expect(floor(.validPath) == floor(.reachedTarget) && floor(.validPath) < 1)
    // Whoever sees walls takes no step through one: no share of legal steps is more than that.
    #expect(floor(.legalSteps) == 1)
    // An answer of nothing is worse.
    #expect(Metric.legalSteps.score(evaluation, .everything) == 0)
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
