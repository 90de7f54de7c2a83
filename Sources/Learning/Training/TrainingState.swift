/// All that a run needs to go on as if it had never stopped.
package struct TrainingState: Sendable, Hashable {
  package var parameters: [Float]
  /// The running statistics of batch norms; empty without any.
  package var statistics: [Float]
  package var firstMoment: [Float]
  package var secondMoment: [Float]
  /// Of parameters and statistics over the last steps; nil where the recipe asks for none, and before the first step.
  package var averages: ModelValues?
  /// The mean loss of each step so far; their number is the number of steps done.
  package var losses: [Float]

  package var step: Int { losses.count }

  /// What the training came to: the averages where there are any, else the last values.
  package var outcome: ModelValues { averages ?? ModelValues(parameters: parameters, statistics: statistics) }

  /// Before the first step.
  package init(parameters: [Float], statistics: [Float] = []) {
    self.parameters = parameters
    self.statistics = statistics
    firstMoment = Array(repeating: 0, count: parameters.count)
    secondMoment = firstMoment
    losses = []
  }
}
