/// How a model is trained on a stream of examples. Pure data, and a part of a run's identity.
package struct Recipe: Sendable, Hashable, Codable {
  package var steps: Int
  /// Sequences a step.
  package var batchSize: Int
  /// Into how many parts a batch is cut; the parts' gradients are added in order. A part of the recipe and not of the
  /// machine, so that the number of cores cannot reach a number.
  package var shardCount: Int
  package var optimizer: Optimizer
  package var schedule: LearningRateSchedule
  /// The largest length the gradient of a step may have; longer ones are scaled down to it.
  package var gradientNormLimit: Double?
  /// What training comes to, where it is not the last weights; nil for no averages.
  package var averaging: Averaging?
  /// Which parameters learn otherwise than the rest. No tensor may be in two.
  package var groups: [ParameterGroup]

  package init(
    steps: Int, batchSize: Int, shardCount: Int, optimizer: Optimizer,
    schedule: LearningRateSchedule,
    gradientNormLimit: Double? = nil, averaging: Averaging? = nil, groups: [ParameterGroup] = []
  ) {
    precondition(
      steps >= 0 && batchSize > 0 && (1...batchSize).contains(shardCount),
      "A recipe needs steps, a batch and 1 to batch-size shards, not \(steps), \(batchSize), \(shardCount).")
    precondition(averaging?.isSound ?? true, "An average over \(averaging!) is none.")
    self.steps = steps
    self.batchSize = batchSize
    self.shardCount = shardCount
    self.optimizer = optimizer
    self.schedule = schedule
    self.gradientNormLimit = gradientNormLimit
    self.averaging = averaging
    self.groups = groups
  }

  package var examples: Int { steps * batchSize }

  /// The examples of one shard of one step. Shards differ by at most one example.
  func examples(step: Int, shard: Int) -> Range<Int> {
    let first = step * batchSize
    return first + batchSize * shard / shardCount..<first + batchSize * (shard + 1) / shardCount
  }
}
