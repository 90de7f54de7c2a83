import Data
import Judging
import Reports
import Results
import Seeds
import Training

extension MazeExamples: JudgedExamples {
  package func evaluation(of predictions: [Float], count: Int, seed: Seed) -> Evaluation {
    evaluation(of: .some(predictions), count: count, seed: seed)
  }

  package func unanswered(count: Int, seed: Seed) -> Evaluation { evaluation(of: nil, count: count, seed: seed) }

  private func evaluation(of predictions: [Float]?, count: Int, seed: Seed) -> Evaluation {
    switch reading {
    case .field: .mazes(split, count: count, predictions: predictions, seed: seed)
    case .moves: .mazes(split, count: count, moves: predictions, seed: seed)
    case .tokens(let task, _): .mazes(split, task, count: count, predictions: predictions, seed: seed)
    }
  }

  package var sizeAttribute: String { "rows" }
  package var reportedSlices: [Slice] { Slice.ofMazes }
  package var watchedSlices: [Slice] { Slice.ofMazes }

  package func trivialPredictors(for metric: Metric) -> [TrivialPredictor] {
    if metric == .firstCell { return [.attribute("guess", label: "any cell")] }
    if metric == .rightForks { return [.attribute("turn", label: "random walk")] }
    return metric.column.map { [.attribute("walk-\($0)", label: "random walk")] } ?? []
  }

  package func sketch(of index: Int, seed: Seed, answers: [Float]?) -> ExampleSketch {
    let solved = split.example(at: index, seed: seed).solved
    let answer = answers.flatMap { path(answeredTo: index, in: $0, seed: seed) }
    return ExampleSketch(
      question: "from \(solved.origin) to \(solved.target) in \(solved.maze.rows) x \(solved.maze.columns) cells",
      drawing: .maze(MazeDrawing(of: solved, answered: answer)))
  }
}

extension MazeExamples: ExchangedExamples {
  package static var exchanged: [Examples] { MazeSplit.all.map { .mazeFields($0, unreachable: -1) } }
  package static var sampleLine: String { MazeSplit.sampleLine }
  package var answerForm: PredictedAnswer.Form { .path }
  package static var metrics: [Metric] { [.exactPath, .shortestPath, .validPath, .reachedTarget] }

  package func reading(_ other: MazeExamples) -> MazeExamples? {
    let side = other.split.longestSide
    let isReadable =
      switch reading {
      case .field(_, let isNamed): !isNamed || side * side <= MazeFieldSource.namedCellCount
      case .moves: true
      case .tokens(let task, _): task.reads(mazesOf: side)
      }
    return isReadable ? MazeExamples(split: other.split, reading: reading) : nil
  }

  package func jsonLines(_ indices: Range<Int>, seed: Seed) -> [UInt8] { split.jsonLines(indices, seed: seed) }
  package func columns(_ indices: Range<Int>, seed: Seed) -> [ExampleColumn] { split.columns(indices, seed: seed) }

  package func evaluation(of answers: [PredictedAnswer], from first: Int, seed: Seed) -> Evaluation {
    .mazes(split, answers: answers.map(\.path), from: first, seed: seed)
  }

  package func paths(in predictions: [Float], count: Int, seed: Seed) -> [MazeAnswer]? {
    paths(answeredTo: count, in: predictions, seed: seed)
  }
}

extension MazeSplit {
  /// Rows or columns, whichever are more, with the frame.
  fileprivate var longestSide: Int { frame ?? max(sizes.upperBound, (columns ?? sizes).upperBound) }
}

extension MazeFieldSource {
  fileprivate static var namedCellCount: Int { vocabulary(isNamed: true) - vocabulary(isNamed: false) }
}

extension MazeTokenFormat {
  /// The most rows or columns that it has names for; nil where it needs none.
  fileprivate var side: Int? {
    switch self {
    case .legacy(let tokens): tokens.side
    case .compact(let tokens): tokens.side
    case .cells: nil
    }
  }
}

extension MazeTokenTask {
  /// Whether there are tokens for all cells of such mazes, and places for all tokens.
  fileprivate func reads(mazesOf side: Int) -> Bool {
    guard side <= format.side ?? .max else { return false }
    guard case .random(let end) = start else { return true }
    let cells = side * side
    return format.longestQuestion(cells: cells, passages: 2 * (cells - side)) + answerCount(cells: cells) <= end
  }
}
