extension Trainer {
  /// Runs the next `count` steps, or as many as the recipe has left, and lends each to somebody who reads it. Watching moves
  /// no bit: what is lent is copied, or is not written again before the next step.
  package func advance(
    by count: Int, workers: Int, watchedBy watcher: some StepWatcher
  ) throws(TrainingProblem) {
    let before = FloatBuffer(count: parameters.count)
    for _ in 0..<max(0, min(count, recipe.steps - step)) {
      before.replace(with: parameters)
      try advance(by: 1, workers: workers)
      watcher.watch(try lastStep(from: before))
    }
  }

  private func lastStep(from before: FloatBuffer) throws(TrainingProblem) -> WatchedStep {
    let number = step - 1
    let weight = sums.reduce(into: LossSum.zero, +=).weight
    return WatchedStep(
      number: number, rate: recipe.schedule.rate(at: number, of: recipe.steps), loss: lastLoss,
      examples: number * recipe.batchSize..<step * recipe.batchSize, weight: weight,
      gradientScale: try gradientScale(of: weight), source: source, before: before, after: parameters,
      gradient: gradients)
  }
}
