/// What can go wrong with a run through nobody's bug.
package enum TrainingProblem: Error, Hashable, CustomStringConvertible {
  /// The loss of a step was not a finite number.
  case diverged(step: Int, loss: Float)
  /// Bytes that do not hold the state of this run.
  case unreadableState(field: String, found: String, mend: String)

  package var description: String {
    switch self {
    case .diverged(let step, let loss):
      "The loss became \(loss) at step \(step): lower the learning rate, or limit the gradient's norm."
    case .unreadableState(let field, let found, let mend):
      "The training state's \(field) is \(found). \(mend)"
    }
  }
}
