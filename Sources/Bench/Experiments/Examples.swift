import Data
import Learning
import Seeds

/// A stream of examples of one of the suite's task families: what a stage learns from, or what a model is asked.
package enum Examples: Sendable, Hashable {
  case ofGraphs(GraphExamples)
  case ofMazes(MazeExamples)
  case ofPowers(PowerExamples)
  case ofAmplification(AmplificationExamples)

  /// What the family says of them.
  var task: any TaskExamples {
    switch self {
    case .ofGraphs(let examples): examples
    case .ofMazes(let examples): examples
    case .ofPowers(let examples): examples
    case .ofAmplification(let examples): examples
    }
  }
}

extension Examples {
  package var name: String { task.name }
  package var family: String { type(of: task).family }
  var revision: Int { task.revision }

  func source(seed: Seed, labelsAtMost most: Int? = nil) -> any ExampleSource {
    task.source(seed: seed, labelsAtMost: most)
  }

  func fingerprint(seed: Seed, count: Int) -> String { task.fingerprint(seed: seed, count: count) }

  func keys(_ indices: Range<Int>, seed: Seed) -> [ExampleKey] { task.keys(indices, seed: seed) }

  func evaluation(of predictions: [Float], count: Int, seed: Seed) -> Evaluation {
    task.evaluation(of: predictions, count: count, seed: seed)
  }

  func evaluations(of predictions: [[Float]], count: Int, seed: Seed) -> [Evaluation] {
    task.evaluations(of: predictions, count: count, seed: seed)
  }

  func unanswered(count: Int, seed: Seed) -> Evaluation { task.unanswered(count: count, seed: seed) }

  var sizeAttribute: String { task.sizeAttribute }
  var reportedSlices: [Slice] { task.reportedSlices }
  var watchedSlices: [Slice] { task.watchedSlices }
  var questionsAtOnce: Int { task.questionsAtOnce }

  func trivialPredictors(for metric: Metric) -> [TrivialPredictor] { task.trivialPredictors(for: metric) }

  func sketch(of index: Int, seed: Seed, answers: [Float]?) -> ExampleSketch {
    task.sketch(of: index, seed: seed, answers: answers)
  }
}
