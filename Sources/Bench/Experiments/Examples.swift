import Data
import Learning
import Seeds

/// A stream of examples of one of the suite's task families: what a stage learns from, or what a model is asked.
package enum Examples: Sendable, Hashable {
  case graphs(GraphSplit)

  package var name: String {
    switch self {
    case .graphs(let split): split.name
    }
  }

  /// Part of a run's identity: changes when the same seed would give other examples.
  var revision: Int {
    switch self {
    case .graphs(let split): split.revision
    }
  }

  func source(seed: Seed) -> any ExampleSource {
    switch self {
    case .graphs(let split): GraphSource(split: split, seed: seed)
    }
  }

  /// The first `count` examples' true answers and what slices are cut by, beside a model's predictions.
  func evaluation(of predictions: [Float], seed: Seed) -> Evaluation {
    switch self {
    case .graphs(let split): .graphs(split, predictions: predictions, seed: seed)
    }
  }

  /// The identity of the first `count` examples.
  func fingerprint(seed: Seed, count: Int) -> String {
    switch self {
    case .graphs(let split): split.fingerprint(seed: seed, count: count)
    }
  }

  /// What these examples are up to symmetry, in order.
  func keys(_ indices: Range<Int>, seed: Seed) -> [ExampleKey] {
    switch self {
    case .graphs(let split): split.examples(indices, seed: seed).map { .graph($0.canonicalForm) }
    }
  }

  /// The attribute of an evaluation that is an example's size.
  var sizeAttribute: String {
    switch self {
    case .graphs: "n"
    }
  }

  /// Where a mean may hide a disagreement.
  var reportedSlices: [Slice] {
    switch self {
    case .graphs: Slice.ofGraphs
    }
  }

  /// What a model must beat to have learned anything here.
  var trivialPredictors: [TrivialPredictor] {
    switch self {
    case .graphs: [.bestConstant, .attribute("d12", label: "always d(1,2)")]
    }
  }
}
