/// What can go wrong with a run through nobody's bug.
package enum TrainingProblem: Error, Hashable, CustomStringConvertible {
  /// The loss of a step was not a finite number.
  case diverged(step: Int, loss: Float)
  /// The loss of a step was a finite number, and the norm of its gradient was not. Known at the last step, and at all where
  /// the norm is limited.
  case divergedGradient(step: Int, norm: Double)
  /// No answer of a step's batch counted: its mean loss is 0 / 0.
  case weightless(step: Int)
  /// Bytes that do not hold the state of this run.
  case unreadableState(field: String, found: String, mend: String)

  package var description: String {
    switch self {
    case .diverged(let step, let loss):
      "The loss became \(loss) at step \(step): lower the learning rate, or limit the gradient's norm."
    case .divergedGradient(let step, let norm):
      "The gradient's norm became \(norm) at step \(step), where the loss was still finite: lower the learning rate."
    case .weightless(let step):
      "Every answer in the batch of step \(step) has weight 0, so there is no mean loss: give at least one some weight."
    case .unreadableState(let field, let found, let mend):
      "The training state's \(field) is \(found). \(mend)"
    }
  }
}
