import Data
import Learning
import Seeds

/// A stream of examples of one of the suite's task families: what a stage learns from, or what a model is asked.
package enum Examples: Sendable, Hashable {
  /// A token an edge, as the seed reads them.
  case graphs(GraphSplit)
  /// The same examples with a token a vertex and a link an edge. Where vertices are named, their numbers are seen too.
  case vertices(GraphSplit, named: Bool = false)
  /// As the seed reads them, under other numbers of the vertices, so that small graphs have large ones.
  case renamedGraphs(GraphSplit)
  /// A token a vertex, which knows its neighbours, and one for the answer: of graphs of one size.
  case searches(GraphSplit)
  /// A token a cell; learned is each one's distance to the target.
  case mazeFields(MazeSplit, unreachable: Int)
  /// A token a cell, which knows where the others lie up to a radius; learned is each one's move.
  case mazeMoves(MazeSplit, radius: Int)
  /// Sequences of tokens to be continued with those of a path. Where only so many mazes are distinct, they come over and
  /// over, told in another order each time.
  case mazeTokens(MazeSplit, MazeTokenTask, distinct: Int? = nil)
  /// Contexts of permutations with questions; what a system that trained by amplification is asked about them.
  case amplification(PowerSplit, AmplificationMeasure)
  /// A token a fact, a bit, and the element asked about; learned is where the power takes it.
  case powers(PowerSplit)
  /// A token a fact, and the exponent a symbol a loop; learned is where the power takes every element.
  case powerTapes(PowerSplit, PowerTape)

  package var name: String {
    switch self {
    case .graphs(let split), .vertices(let split, _), .renamedGraphs(let split), .searches(let split): split.name
    case .mazeFields(let split, _), .mazeMoves(let split, _), .mazeTokens(let split, _, _): split.name
    case .amplification(let split, let measure): "\(split.name) \(measure.name)"
    case .powers(let split), .powerTapes(let split, _): split.name
    }
  }

  /// Part of a run's identity: changes when the same seed would give other examples.
  var revision: Int {
    switch self {
    case .graphs(let split), .vertices(let split, _), .renamedGraphs(let split), .searches(let split): split.revision
    case .mazeFields(let split, _), .mazeMoves(let split, _), .mazeTokens(let split, _, _): split.revision
    case .amplification(let split, _): split.revision
    case .powers(let split), .powerTapes(let split, _): split.revision
    }
  }

  /// - Parameter most: what a larger label becomes; nil for none.
  func source(seed: Seed, labelsAtMost most: Int? = nil) -> any ExampleSource {
    switch self {
    case .graphs(let split): return GraphSource(split: split, seed: seed, labelsAtMost: most)
    case .renamedGraphs(let split):
      return GraphSource(split: split, isRenamed: true, seed: seed, labelsAtMost: most)
    case .vertices(let split, let isNamed):
      return VertexSource(split: split, isNamed: isNamed, seed: seed, labelsAtMost: most)
    case .searches(let split):
      precondition(most == nil, "The labels of \(name) are those of the search.")
      return SearchSource(split: split, seed: seed)
    case .mazeFields(let split, let label):
      precondition(most == nil, "The labels of mazes are capped by what is declared unreachable.")
      return MazeFieldSource(split: split, unreachableLabel: label, seed: seed)
    case .mazeMoves(let split, let radius):
      precondition(most == nil, "The labels of mazes are capped by what is declared unreachable.")
      return MazeMoveSource(split: split, radius: radius, seed: seed)
    case .mazeTokens(let split, let task, let distinct):
      precondition(most == nil, "The labels of mazes are capped by what is declared unreachable.")
      return MazeTokenSource(split: split, task: task, distinct: distinct, seed: seed)
    case .amplification(let split, _):
      precondition(most == nil, "The answers of \(name) are symbols, and none is larger.")
      return PowerContextSource(split: split, seed: seed)
    case .powers(let split):
      precondition(most == nil, "The answers of \(name) are symbols, and none is larger.")
      return PowerSource(split: split, seed: seed)
    case .powerTapes(let split, let tape):
      precondition(most == nil, "The answers of \(name) are symbols, and none is larger.")
      return PowerTapeSource(split: split, tape: tape, seed: seed)
    }
  }

  /// The first `count` examples' true answers and what slices are cut by, beside a model's predictions.
  func evaluation(of predictions: [Float], count: Int, seed: Seed) -> Evaluation {
    switch self {
    case .graphs(let split), .vertices(let split, _), .renamedGraphs(let split), .searches(let split):
      .graphs(split, predictions: predictions, seed: seed)
    case .mazeFields(let split, _): .mazes(split, count: count, predictions: predictions, seed: seed)
    case .mazeMoves(let split, _): .mazes(split, count: count, moves: predictions, seed: seed)
    case .mazeTokens(let split, let task, _): .mazes(split, task, count: count, predictions: predictions, seed: seed)
    case .amplification(let split, let measure):
      .amplification(split, measure, predictions: predictions, count: count, seed: seed)
    case .powers(let split), .powerTapes(let split, _):
      .powers(split, count: count, predictions: predictions, seed: seed)
    }
  }

  /// The same for several models that answered the same examples.
  func evaluations(of predictions: [[Float]], count: Int, seed: Seed) -> [Evaluation] {
    switch self {
    case .graphs, .vertices, .renamedGraphs, .searches: predictions.map(unanswered(count: count, seed: seed).answered)
    case .mazeFields, .mazeMoves, .mazeTokens, .amplification:
      predictions.map { evaluation(of: $0, count: count, seed: seed) }
    case .powers(let split), .powerTapes(let split, _):
      predictions.map { Evaluation.symbols($0, count: count, alphabet: split.format.alphabet) }
        .map(unanswered(count: count, seed: seed).answered)
    }
  }

  /// The same without an answer: for what is known of the examples alone.
  func unanswered(count: Int, seed: Seed) -> Evaluation {
    switch self {
    case .graphs, .vertices, .renamedGraphs, .searches:
      evaluation(of: Array(repeating: 0, count: count), count: count, seed: seed)
    case .mazeFields(let split, _): .mazes(split, count: count, predictions: nil, seed: seed)
    case .mazeMoves(let split, _): .mazes(split, count: count, moves: nil, seed: seed)
    case .mazeTokens(let split, let task, _): .mazes(split, task, count: count, predictions: nil, seed: seed)
    case .amplification(let split, let measure):
      .amplification(
        split, measure, predictions: Array(repeating: 0, count: measure.numberCount(rows: count)), count: count,
        seed: seed)
    case .powers(let split), .powerTapes(let split, _): .powers(split, count: count, predictions: nil, seed: seed)
    }
  }

  /// The identity of the first `count` examples.
  func fingerprint(seed: Seed, count: Int) -> String {
    switch self {
    case .graphs(let split), .vertices(let split, _), .renamedGraphs(let split), .searches(let split):
      split.fingerprint(seed: seed, count: count)
    case .mazeFields(let split, _), .mazeMoves(let split, _), .mazeTokens(let split, _, _):
      split.fingerprint(seed: seed, count: count)
    case .amplification(let split, _): split.fingerprint(seed: seed, count: count)
    case .powers(let split), .powerTapes(let split, _): split.fingerprint(seed: seed, count: count)
    }
  }

  /// What these examples are up to symmetry, in order.
  func keys(_ indices: Range<Int>, seed: Seed) -> [ExampleKey] {
    switch self {
    case .graphs(let split), .vertices(let split, _), .renamedGraphs(let split), .searches(let split):
      split.examples(indices, seed: seed).map { .graph($0.canonicalForm) }
    case .mazeFields(let split, _), .mazeMoves(let split, _), .mazeTokens(let split, _, nil):
      split.examples(indices, seed: seed).map { .maze($0.maze.canonicalForm) }
    case .mazeTokens(let split, _, let distinct?):
      indices.map { .maze(split.example(at: $0 % distinct, seed: seed).maze.canonicalForm) }
    case .amplification(let split, let measure):
      measure.isAboutQuestions
        ? split.questionKeys(indices, seed: seed).map { .power($0) } : indices.map { .row($0) }
    case .powers(let split), .powerTapes(let split, _):
      split.examples(indices, seed: seed).map { .power($0.context.key(of: $0.questions[0], upTo: .power)!) }
    }
  }

  /// The attribute of an evaluation that is an example's size.
  var sizeAttribute: String {
    switch self {
    case .graphs, .vertices, .renamedGraphs, .searches, .powers, .powerTapes: "n"
    case .mazeFields, .mazeMoves, .mazeTokens: "rows"
    case .amplification(_, .theory): "depth"
    case .amplification(_, .order): "pair"
    case .amplification(_, .log): "seen"
    case .amplification: "n"
    }
  }

  /// Where a mean may hide a disagreement.
  var reportedSlices: [Slice] {
    switch self {
    case .graphs, .vertices, .renamedGraphs: Slice.ofGraphs
    case .searches: Slice.ofSearches
    case .mazeFields, .mazeMoves, .mazeTokens: Slice.ofMazes
    case .amplification(_, .order), .amplification(_, .log): [.everything]
    case .amplification: Slice.ofAmplification
    case .powers, .powerTapes: Slice.ofPowers
    }
  }

  /// What is told apart while training goes on.
  var watchedSlices: [Slice] {
    switch self {
    case .graphs, .vertices, .renamedGraphs, .searches: Slice.byPathLength
    case .mazeFields, .mazeMoves, .mazeTokens: Slice.ofMazes
    case .amplification: Slice.ofAmplification
    case .powers, .powerTapes: Slice.ofPowersByDepth
    }
  }

  /// What a model must beat to have learned anything here.
  func trivialPredictors(for metric: Metric) -> [TrivialPredictor] {
    switch self {
    case .graphs, .vertices, .renamedGraphs: [.bestConstant, .attribute("d12", label: "always d(1,2)")]
    // Nothing but d(1,2) is asked.
    case .searches: [.bestConstant]
    case .mazeFields, .mazeMoves, .mazeTokens:
      switch metric {
      case .firstCell, .legalSteps: [.attribute("guess", label: "any cell")]
      case .rightForks: [.attribute("turn", label: "random walk")]
      default: [.attribute("walk", label: "random walk")]
      }
    case .amplification(_, .order): [.attribute("coin", label: "a coin")]
    case .amplification(let split, .theory): [.constant(1 / Double(split.sizes.upperBound + 1))]
    // Up to three bits, cutting to three bits is the truth.
    case .amplification(let split, _):
      [.attribute("identity", label: "identity"), .constant(1 / Double(split.sizes.upperBound + 1))]
        + (split.depths.lowerBound > 3 ? [.attribute("truncation", label: "truncation")] : [])
    case .powers(let split), .powerTapes(let split, _):
      // Where no exponent has more bits than training shows, leaving the others out is no trick but the task.
      [.attribute("identity", label: "identity")]
        + (split.depths.upperBound > PowerSplit.trainedBits
          ? [.attribute("truncated", label: "truncation to \(PowerSplit.trainedBits) bits")] : [])
    }
  }

  /// How many questions an example of the learner's has.
  var questionsAtOnce: Int {
    guard case .amplification(let split, _) = self else { return 1 }
    return split.questionCount(size: split.sizes.upperBound)
  }
}
