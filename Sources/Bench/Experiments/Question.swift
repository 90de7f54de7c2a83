/// A split that the model is asked after every stage.
package struct Question: Sendable, Hashable {
  package var task: Task
  /// How many examples each replicate draws for itself.
  package var examples: Int

  package init(_ task: Task, examples: Int) {
    precondition(examples > 0, "A question needs examples, not \(examples).")
    self.task = task
    self.examples = examples
  }
}
