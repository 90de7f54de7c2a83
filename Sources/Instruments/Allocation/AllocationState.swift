/// An allocation in progress: all that it needs to go on as if it had never stopped.
package struct AllocationState: Sendable, Hashable {
  /// How many steps of training were watched.
  package internal(set) var step: Int
  /// The weights at the end of what is allocated.
  var weights: [Float]
  package internal(set) var steps: [AllocatedStep]
  /// By observer of the plan.
  package internal(set) var parameters: [ParameterSums]
  var gradient: SignTrack
  var movement: SignTrack

  /// Before the first step.
  package init(at weights: [Float], observers: Int) {
    step = 0
    self.weights = weights
    steps = []
    parameters = Array(repeating: ParameterSums(count: weights.count), count: observers)
    gradient = SignTrack(count: weights.count)
    movement = gradient
  }
}
