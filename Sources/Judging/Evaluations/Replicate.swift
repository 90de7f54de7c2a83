/// One trained model's answers to one split, and its replicate's number.
package struct Replicate: Hashable, Sendable {
  package let seed: Int
  package let evaluation: Evaluation

  package init(seed: Int, evaluation: Evaluation) {
    self.seed = seed
    self.evaluation = evaluation
  }
}
