/// Why there is no reading of an allocation, through nobody's bug.
package enum AllocationProblem: Error, Hashable, CustomStringConvertible {
  /// The run has more steps than were watched.
  case unfinished(step: Int, of: Int)
  /// The last weights have another loss than those that the run is known to end at: it was another run.
  case anotherRun(set: Int, loss: Double, known: Double)
  /// Too many steps whose errors stayed above the tolerance.
  case unresolved(steps: Int, of: Int)
  /// The entries do not add up to the change of the loss.
  case incomplete(set: Int, Completeness)
  /// The parts by example do not add up to what was allocated in a step.
  case unevenSplit(step: Int, sum: Double, allocated: Double)
  /// Bytes that do not hold the state of this allocation.
  case unreadableState(field: String, found: String)

  package var description: String {
    switch self {
    case .unfinished(let step, let count):
      "Only \(step) of \(count) steps are allocated: watch the run to its end."
    case .anotherRun(let set, let loss, let known):
      "The loss of set \(set) ends at \(loss), and the known run's at \(known): replay it with the same seed, recipe and "
        + "sources."
    case .unresolved(let steps, let count):
      "\(steps) of \(count) steps stay above their tolerance: allow more intervals, or watch a run of a smaller rate."
    case .incomplete(let set, let completeness):
      "The allocation of set \(set) sums to \(completeness.allocated) where its loss changes by \(completeness.change), "
        + "with step errors of \(completeness.stepErrors): take more intervals."
    case .unevenSplit(let step, let sum, let allocated):
      "The examples' parts of step \(step) sum to \(sum) where \(allocated) was allocated: split only plain gradient "
        + "descent."
    case .unreadableState(let field, let found):
      "The allocation's \(field) is \(found). Delete it and watch the run again."
    }
  }
}
