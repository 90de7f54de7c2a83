/// All that a run needs to go on as if it had never stopped.
package struct TrainingState: Sendable, Hashable {
  package var parameters: [Float]
  package var firstMoment: [Float]
  package var secondMoment: [Float]
  /// The mean loss of each step so far; their number is the number of steps done.
  package var losses: [Float]

  package var step: Int { losses.count }

  /// Before the first step.
  package init(parameters: [Float]) {
    self.parameters = parameters
    firstMoment = Array(repeating: 0, count: parameters.count)
    secondMoment = firstMoment
    losses = []
  }
}
