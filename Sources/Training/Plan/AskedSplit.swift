import Learning
import Seeds

/// A split that the model is asked after every stage.
package struct AskedSplit: Sendable, Hashable {
  package var examples: Examples
  /// How many each replicate draws for itself.
  package var count: Int
  /// How often the model's block is applied; nil for as often as in training.
  package var loops: Int?

  package init(_ examples: Examples, count: Int, loops: Int? = nil) {
    precondition(count > 0, "A split is asked with examples, not \(count).")
    self.examples = examples
    self.count = count
    self.loops = loops
  }

  /// What a model answers, in the order of the examples: numbers as their family's judge reads them.
  func answers(of model: Architecture, _ values: ModelValues, seed: Seed) -> [Float] {
    examples.task.answers(of: model.looped(loops), values, count: count, seed: seed)
  }
}
