/// One example that was answered badly.
package struct FailedExample: Equatable, Sendable {
  package var seed: Int
  /// Its place among the examples this replicate was asked.
  package var index: Int
  /// What was asked: `distance from 1 to 9 among 12 vertices`.
  package var question: String
  package var truth: String
  package var answer: String
  package var loss: Double
  package var drawing: Drawing?
  /// Prints this example again: a `genbench export`. Nil where no command finds it.
  package var command: String?

  package init(
    seed: Int, index: Int, question: String, truth: String, answer: String, loss: Double, drawing: Drawing? = nil,
    command: String? = nil
  ) {
    (self.seed, self.index, self.question, self.truth) = (seed, index, question, truth)
    (self.answer, self.loss, self.drawing, self.command) = (answer, loss, drawing, command)
  }
}
