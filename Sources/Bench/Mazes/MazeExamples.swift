import Data
import Learning
import Reports
import Seeds

/// Mazes of a split, as one of the networks reads them.
package struct MazeExamples: ExchangedExamples {
  package enum Reading: Sendable, Hashable {
    /// A token a cell, which may say where it lies; learned is each one's distance to the target.
    case field(unreachable: Int, isNamed: Bool)
    /// A token a cell, which knows where the others lie up to a radius; learned is each one's move.
    case moves(radius: Int)
    /// Sequences of tokens to be continued with those of a path. Where only so many mazes are distinct, they come over
    /// and over, told in another order each time.
    case tokens(MazeTokenTask, distinct: Int?)
  }

  let split: MazeSplit
  let reading: Reading

  static var family: String { "mazes" }
  var name: String { split.name }
  var revision: Int { split.revision }

  func source(seed: Seed, labelsAtMost most: Int?) -> any ExampleSource {
    precondition(most == nil, "The labels of mazes are capped by what is declared unreachable.")
    return switch reading {
    case .field(let label, let isNamed):
      MazeFieldSource(split: split, unreachableLabel: label, isNamed: isNamed, seed: seed)
    case .moves(let radius): MazeMoveSource(split: split, radius: radius, seed: seed)
    case .tokens(let task, let distinct): MazeTokenSource(split: split, task: task, distinct: distinct, seed: seed)
    }
  }

  func fingerprint(seed: Seed, count: Int) -> String { split.fingerprint(seed: seed, count: count) }

  func keys(_ indices: Range<Int>, seed: Seed) -> [ExampleKey] {
    if case .tokens(_, let distinct?) = reading {
      return indices.map { .maze(split.example(at: $0 % distinct, seed: seed).maze.canonicalForm) }
    }
    return split.examples(indices, seed: seed).map { .maze($0.maze.canonicalForm) }
  }

  func evaluation(of predictions: [Float], count: Int, seed: Seed) -> Evaluation {
    evaluation(of: .some(predictions), count: count, seed: seed)
  }

  func unanswered(count: Int, seed: Seed) -> Evaluation { evaluation(of: nil, count: count, seed: seed) }

  private func evaluation(of predictions: [Float]?, count: Int, seed: Seed) -> Evaluation {
    switch reading {
    case .field: .mazes(split, count: count, predictions: predictions, seed: seed)
    case .moves: .mazes(split, count: count, moves: predictions, seed: seed)
    case .tokens(let task, _): .mazes(split, task, count: count, predictions: predictions, seed: seed)
    }
  }

  var sizeAttribute: String { "rows" }
  var reportedSlices: [Slice] { Slice.ofMazes }
  var watchedSlices: [Slice] { Slice.ofMazes }

  func trivialPredictors(for metric: Metric) -> [TrivialPredictor] {
    switch metric {
    case .firstCell: [.attribute("guess", label: "any cell")]
    case .rightForks: [.attribute("turn", label: "random walk")]
    default: metric.column.map { [.attribute("walk-\($0)", label: "random walk")] } ?? []
    }
  }

  func sketch(of index: Int, seed: Seed, answers: [Float]?) -> ExampleSketch {
    let solved = split.example(at: index, seed: seed).solved
    let answer = answers.flatMap { path(answeredTo: index, in: $0, seed: seed) }
    return ExampleSketch(
      question: "from \(solved.origin) to \(solved.target) in \(solved.maze.rows) x \(solved.maze.columns) cells",
      drawing: .maze(MazeDrawing(of: solved, answered: answer)))
  }

  static var sampleLine: String { MazeSplit.sampleLine }
  static var answerForm: PredictedAnswer.Form { .path }
  static var metrics: [Metric] { [.exactPath, .shortestPath, .validPath, .reachedTarget] }

  func jsonLines(_ indices: Range<Int>, seed: Seed) -> [UInt8] { split.jsonLines(indices, seed: seed) }
  func columns(_ indices: Range<Int>, seed: Seed) -> [ExampleColumn] { split.columns(indices, seed: seed) }

  func evaluation(of answers: [PredictedAnswer], seed: Seed) -> Evaluation {
    // A path was written to its end, or its line would have been refused.
    .mazes(split, answers: answers.map { MazeAnswer(path: $0.path, isFinished: true) }, seed: seed)
  }
}

extension Examples {
  package static func mazeFields(_ split: MazeSplit, unreachable: Int, isNamed: Bool = false) -> Examples {
    .ofMazes(MazeExamples(split: split, reading: .field(unreachable: unreachable, isNamed: isNamed)))
  }

  package static func mazeMoves(_ split: MazeSplit, radius: Int) -> Examples {
    .ofMazes(MazeExamples(split: split, reading: .moves(radius: radius)))
  }

  package static func mazeTokens(_ split: MazeSplit, _ task: MazeTokenTask, distinct: Int? = nil) -> Examples {
    .ofMazes(MazeExamples(split: split, reading: .tokens(task, distinct: distinct)))
  }
}
