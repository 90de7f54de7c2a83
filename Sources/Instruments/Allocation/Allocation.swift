/// A run's loss change as it is shared out so far: what was watched, and what must be known to believe it.
package struct Allocation: Sendable, Hashable {
  package let plan: AllocationPlan
  package let state: AllocationState
  /// Of the run.
  package let stepCount: Int
  /// By set: its loss before the first step and after the last one.
  package let ends: [LossEnds]
  package let tensors: [NamedRange]

  /// The part of all steps that may stay above their tolerance.
  private static let unresolvedPart = 0.01

  package var unresolvedSteps: Int { state.steps.count { !$0.isResolved } }

  /// Whether the integrated entries of a set, so far, add up to the change of its loss.
  package func completeness(ofSet set: Int) -> Completeness {
    completeness(ofSet: set, state.steps.map { $0.allocated[set] })
  }

  /// The same of an observer of the plan, which need not hold where it does not integrate; nil where it observes batches,
  /// which have no loss of their own from step to step.
  package func completeness(of observer: AllocationObserver) -> Completeness? {
    guard case .set(let set) = observer.loss else { return nil }
    let number = number(of: observer)
    return completeness(ofSet: set, state.steps.map { $0.observers[number].total })
  }

  private func completeness(ofSet set: Int, _ allocated: [Double]) -> Completeness {
    let losses = [ends[set].first] + state.steps.map { $0.losses[set] }
    let changes = zip(losses.dropFirst(), losses).map { $0 - $1 }
    return Completeness(
      change: losses[losses.count - 1] - losses[0], allocated: allocated.reduce(0, +),
      stepErrors: zip(allocated, changes).reduce(0) { $0 + abs($1.0 - $1.1) })
  }

  /// What one observer of the plan saw: only of a run that was watched to its known end, and whose allocation is complete
  /// for every set of which the plan demands it.
  package func reading(of observer: AllocationObserver) throws(AllocationProblem) -> AllocationReading {
    try check()
    return unchecked(observer)
  }

  /// The same of whatever there is: for controls, which must fail.
  package func unchecked(_ observer: AllocationObserver) -> AllocationReading {
    let number = number(of: observer)
    return AllocationReading(
      observer: observer, number: number, steps: state.steps, parameters: state.parameters[number],
      tensors: tensors)
  }

  private func number(of observer: AllocationObserver) -> Int {
    guard let number = plan.observers.firstIndex(of: observer) else {
      preconditionFailure("The plan has no observer \(observer), only \(plan.observers).")
    }
    return number
  }

  private func check() throws(AllocationProblem) {
    guard state.step == stepCount else { throw .unfinished(step: state.step, of: stepCount) }
    for set in ends.indices {
      let loss = state.steps.last?.losses[set] ?? ends[set].first
      guard loss == ends[set].last else { throw .anotherRun(set: set, loss: loss, known: ends[set].last) }
    }
    guard Double(unresolvedSteps) <= Self.unresolvedPart * Double(state.steps.count) else {
      throw .unresolved(steps: unresolvedSteps, of: state.steps.count)
    }
    for set in plan.demanded(of: ends.count) {
      let completeness = completeness(ofSet: set)
      guard completeness.holds else { throw .incomplete(set: set, completeness) }
    }
  }
}
