import Data
import Learning
import Seeds

/// A stream of examples of one of the suite's task families: what a stage learns from, or what a model is asked.
package enum Examples: Sendable, Hashable {
  /// A token an edge, as the seed reads them.
  case graphs(GraphSplit)
  /// The same examples with a token a vertex and a link an edge. Where vertices are named, their numbers are seen too.
  case vertices(GraphSplit, named: Bool = false)
  /// A token a cell; learned is each one's distance to the target.
  case mazeFields(MazeSplit, unreachable: Int)
  /// A token a cell, which knows where the others lie up to a radius; learned is each one's move.
  case mazeMoves(MazeSplit, radius: Int)
  /// Sequences of tokens to be continued with those of a path. Where only so many mazes are distinct, they come over and
  /// over, told in another order each time.
  case mazeTokens(MazeSplit, MazeTokenTask, distinct: Int? = nil)

  package var name: String {
    switch self {
    case .graphs(let split), .vertices(let split, _): split.name
    case .mazeFields(let split, _), .mazeMoves(let split, _), .mazeTokens(let split, _, _): split.name
    }
  }

  /// Part of a run's identity: changes when the same seed would give other examples.
  var revision: Int {
    switch self {
    case .graphs(let split), .vertices(let split, _): split.revision
    case .mazeFields(let split, _), .mazeMoves(let split, _), .mazeTokens(let split, _, _): split.revision
    }
  }

  func source(seed: Seed) -> any ExampleSource {
    switch self {
    case .graphs(let split): GraphSource(split: split, seed: seed)
    case .vertices(let split, let isNamed): VertexSource(split: split, isNamed: isNamed, seed: seed)
    case .mazeFields(let split, let label): MazeFieldSource(split: split, unreachableLabel: label, seed: seed)
    case .mazeMoves(let split, let radius): MazeMoveSource(split: split, radius: radius, seed: seed)
    case .mazeTokens(let split, let task, let distinct):
      MazeTokenSource(split: split, task: task, distinct: distinct, seed: seed)
    }
  }

  /// The first `count` examples' true answers and what slices are cut by, beside a model's predictions.
  func evaluation(of predictions: [Float], count: Int, seed: Seed) -> Evaluation {
    switch self {
    case .graphs(let split), .vertices(let split, _): .graphs(split, predictions: predictions, seed: seed)
    case .mazeFields(let split, _): .mazes(split, count: count, predictions: predictions, seed: seed)
    case .mazeMoves(let split, _): .mazes(split, count: count, moves: predictions, seed: seed)
    case .mazeTokens(let split, let task, _): .mazes(split, task, count: count, predictions: predictions, seed: seed)
    }
  }

  /// The same for several models that answered the same examples.
  func evaluations(of predictions: [[Float]], count: Int, seed: Seed) -> [Evaluation] {
    switch self {
    case .graphs, .vertices: predictions.map(unanswered(count: count, seed: seed).answered)
    case .mazeFields, .mazeMoves, .mazeTokens: predictions.map { evaluation(of: $0, count: count, seed: seed) }
    }
  }

  /// The same without an answer: for what is known of the examples alone.
  func unanswered(count: Int, seed: Seed) -> Evaluation {
    switch self {
    case .graphs, .vertices: evaluation(of: Array(repeating: 0, count: count), count: count, seed: seed)
    case .mazeFields(let split, _): .mazes(split, count: count, predictions: nil, seed: seed)
    case .mazeMoves(let split, _): .mazes(split, count: count, moves: nil, seed: seed)
    case .mazeTokens(let split, let task, _): .mazes(split, task, count: count, predictions: nil, seed: seed)
    }
  }

  /// The identity of the first `count` examples.
  func fingerprint(seed: Seed, count: Int) -> String {
    switch self {
    case .graphs(let split), .vertices(let split, _): split.fingerprint(seed: seed, count: count)
    case .mazeFields(let split, _), .mazeMoves(let split, _), .mazeTokens(let split, _, _):
      split.fingerprint(seed: seed, count: count)
    }
  }

  /// What these examples are up to symmetry, in order.
  func keys(_ indices: Range<Int>, seed: Seed) -> [ExampleKey] {
    switch self {
    case .graphs(let split), .vertices(let split, _):
      split.examples(indices, seed: seed).map { .graph($0.canonicalForm) }
    case .mazeFields(let split, _), .mazeMoves(let split, _), .mazeTokens(let split, _, nil):
      split.examples(indices, seed: seed).map { .maze($0.maze.canonicalForm) }
    case .mazeTokens(let split, _, let distinct?):
      indices.map { .maze(split.example(at: $0 % distinct, seed: seed).maze.canonicalForm) }
    }
  }

  /// The attribute of an evaluation that is an example's size.
  var sizeAttribute: String {
    switch self {
    case .graphs, .vertices: "n"
    case .mazeFields, .mazeMoves, .mazeTokens: "rows"
    }
  }

  /// Where a mean may hide a disagreement.
  var reportedSlices: [Slice] {
    switch self {
    case .graphs, .vertices: Slice.ofGraphs
    case .mazeFields, .mazeMoves, .mazeTokens: Slice.ofMazes
    }
  }

  /// What is told apart while training goes on.
  var watchedSlices: [Slice] {
    switch self {
    case .graphs, .vertices: Slice.byPathLength
    case .mazeFields, .mazeMoves, .mazeTokens: Slice.ofMazes
    }
  }

  /// What a model must beat to have learned anything here.
  func trivialPredictors(for metric: Metric) -> [TrivialPredictor] {
    switch self {
    case .graphs, .vertices: [.bestConstant, .attribute("d12", label: "always d(1,2)")]
    case .mazeFields, .mazeMoves, .mazeTokens:
      switch metric {
      case .firstCell, .legalSteps: [.attribute("guess", label: "any cell")]
      case .rightForks: [.attribute("turn", label: "random walk")]
      default: [.attribute("walk", label: "random walk")]
      }
    }
  }
}
