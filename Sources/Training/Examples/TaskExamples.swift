import Learning
import Seeds

/// What training needs to know of a task family's examples: how they are drawn, how a network reads them, and how it is
/// asked. A family has one type that says so; what a judge knows of the same type stands outside of what decides numbers
/// (`JudgedExamples`).
package protocol TaskExamples: Sendable, Hashable {
  /// `graphs`, `mazes`, ...
  static var family: String { get }
  /// The split, with its family: `graphs/train`.
  var name: String { get }
  /// What a replicate's questions are drawn under. It is the split's name as it was when the first baselines were
  /// recorded: another label would be other questions.
  var seedLabel: String { get }
  /// Part of a run's identity: changes when the same seed would give other examples.
  var revision: Int { get }
  /// - Parameter most: what a larger label becomes; nil for none.
  func source(seed: Seed, labelsAtMost most: Int?) -> any ExampleSource
  /// The identity of the first `count` examples.
  func fingerprint(seed: Seed, count: Int) -> String
  /// What these examples are up to symmetry, in order.
  func keys(_ indices: Range<Int>, seed: Seed) -> [ExampleKey]
  /// To which class of the family's each of them belongs, from 0 on: what batches are stratified by, and what an instrument
  /// tells apart.
  func classes(_ indices: Range<Int>, seed: Seed) -> [Int]
  /// How many questions an example of the learner's has.
  var questionsAtOnce: Int { get }
  /// What a model answers to the first `count` examples, in their order: numbers as the family's judge reads them.
  ///
  /// - Parameter model: with as many loops as are asked for.
  func answers(of model: Architecture, _ values: ModelValues, count: Int, seed: Seed) -> [Float]
}

extension TaskExamples {
  package var questionsAtOnce: Int { 1 }

  package func classes(_ indices: Range<Int>, seed: Seed) -> [Int] {
    preconditionFailure("\(name) has no classes: \(Self.family) declares none.")
  }

  package func answers(of model: Architecture, _ values: ModelValues, count: Int, seed: Seed) -> [Float] {
    model.predictor(values).predictions(for: 0..<count, of: source(seed: seed, labelsAtMost: nil))
  }
}
