import Data
import Learning
import Reports
import Seeds

/// What the suite needs to know of a task family's examples: how they are drawn, and how answers to them are judged and
/// shown. A family has one type that says so, in its own folder.
protocol TaskExamples: Sendable, Hashable {
  /// `graphs`, `mazes`, ...
  static var family: String { get }
  var name: String { get }
  /// Part of a run's identity: changes when the same seed would give other examples.
  var revision: Int { get }
  /// - Parameter most: what a larger label becomes; nil for none.
  func source(seed: Seed, labelsAtMost most: Int?) -> any ExampleSource
  /// The identity of the first `count` examples.
  func fingerprint(seed: Seed, count: Int) -> String
  /// What these examples are up to symmetry, in order.
  func keys(_ indices: Range<Int>, seed: Seed) -> [ExampleKey]

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
  /// How many questions an example of the learner's has.
  var questionsAtOnce: Int { get }

  /// The example at this place, as a reader wants to see it.
  ///
  /// - Parameter answers: to all examples from the first on, as a run keeps them; nil where they are not at hand.
  func sketch(of index: Int, seed: Seed, answers: [Float]?) -> ExampleSketch
}

/// Examples that leave the program, so that another may learn from them and be judged.
protocol ExchangedExamples: TaskExamples {
  /// A short line of the family, for help.
  static var sampleLine: String { get }
  /// How another program answers them.
  static var answerForm: PredictedAnswer.Form { get }
  /// What such answers can be scored by.
  static var metrics: [Metric] { get }
  /// Whether an example has one answer. Some contexts of permutations have several questions.
  var isAnsweredOnce: Bool { get }
  /// An object a line, with a line break after each.
  func jsonLines(_ indices: Range<Int>, seed: Seed) -> [UInt8]
  /// The same as arrays, always of the same names and row shapes.
  func columns(_ indices: Range<Int>, seed: Seed) -> [ExampleColumn]
  /// The first examples' true answers beside another program's.
  func evaluation(of answers: [PredictedAnswer], seed: Seed) -> Evaluation
}

extension TaskExamples {
  func evaluations(of predictions: [[Float]], count: Int, seed: Seed) -> [Evaluation] {
    predictions.map { evaluation(of: $0, count: count, seed: seed) }
  }

  var questionsAtOnce: Int { 1 }
}

extension ExchangedExamples {
  var isAnsweredOnce: Bool { true }

  func evaluation(of answers: [PredictedAnswer], seed: Seed) -> Evaluation {
    evaluation(of: answers.map(\.number), count: answers.count, seed: seed)
  }
}
