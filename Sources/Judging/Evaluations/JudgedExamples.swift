import Seeds
import Training

/// What a judge needs to know of a task family's examples: what the right answers are, how they are sliced, and what a
/// network must beat. None of it decides what is trained, so a new slice leaves every kept run as it is.
package protocol JudgedExamples: TaskExamples {
  /// The first `count` examples' true answers and what slices are cut by, beside a model's predictions.
  func evaluation(of predictions: [Float], count: Int, seed: Seed) -> Evaluation
  /// The same for several models that answered the same examples.
  func evaluations(of predictions: [[Float]], count: Int, seed: Seed) -> [Evaluation]
  /// The same without an answer: for what is known of the examples alone.
  func unanswered(count: Int, seed: Seed) -> Evaluation
  /// The attribute of an evaluation that is an example's size.
  var sizeAttribute: String { get }
  /// Where a mean may hide a disagreement.
  var reportedSlices: [Slice] { get }
  /// What is told apart while training goes on.
  var watchedSlices: [Slice] { get }
  /// What a model must beat to have learned anything here.
  func trivialPredictors(for metric: Metric) -> [TrivialPredictor]
  /// The example at this place, as a reader wants to see it.
  ///
  /// - Parameter answers: to all examples from the first on, as a run keeps them; nil where they are not at hand.
  func sketch(of index: Int, seed: Seed, answers: [Float]?) -> ExampleSketch
}

extension JudgedExamples {
  package func evaluations(of predictions: [[Float]], count: Int, seed: Seed) -> [Evaluation] {
    predictions.map { evaluation(of: $0, count: count, seed: seed) }
  }
}

extension Examples {
  private var judged: any JudgedExamples {
    guard let judged = task as? any JudgedExamples else {
      preconditionFailure("\(name) is judged, and \(type(of: task)) is not a JudgedExamples.")
    }
    return judged
  }

  package func evaluation(of predictions: [Float], count: Int, seed: Seed) -> Evaluation {
    judged.evaluation(of: predictions, count: count, seed: seed)
  }

  package func evaluations(of predictions: [[Float]], count: Int, seed: Seed) -> [Evaluation] {
    judged.evaluations(of: predictions, count: count, seed: seed)
  }

  package func unanswered(count: Int, seed: Seed) -> Evaluation { judged.unanswered(count: count, seed: seed) }

  package var sizeAttribute: String { judged.sizeAttribute }
  package var reportedSlices: [Slice] { judged.reportedSlices }
  package var watchedSlices: [Slice] { judged.watchedSlices }

  package func trivialPredictors(for metric: Metric) -> [TrivialPredictor] { judged.trivialPredictors(for: metric) }

  package func sketch(of index: Int, seed: Seed, answers: [Float]?) -> ExampleSketch {
    judged.sketch(of: index, seed: seed, answers: answers)
  }
}
