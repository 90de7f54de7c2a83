extension Executor {
  /// By the statistics of this batch, which are left in `statistics`.
  func batchNorm(_ input: Int, _ norm: BatchNorm, _ output: Int, _ mean: Int, _ inverseDeviation: Int, _ batch: Batch) {
    let left = statistics(of: norm)
    Kernel.batchNorm(
      workspace[input], scale: norm.scale.map { parameters + $0.offset }, shift: parameters + norm.shift.offset,
      epsilon: Float(norm.rule.epsilon), rows: rows(input, batch), width: norm.shift.count,
      isUnbiased: norm.rule.isUnbiased, into: workspace[output], mean: workspace[mean], variance: left.variance,
      inverseDeviation: workspace[inverseDeviation])
    left.mean.update(from: workspace[mean], count: norm.mean.count)
  }

  /// By the running statistics.
  func normalize(_ input: Int, _ norm: BatchNorm, _ output: Int, _ batch: Batch) {
    let kept = statistics(of: norm)
    Kernel.normalize(
      workspace[input], mean: kept.mean, variance: kept.variance, scale: norm.scale.map { parameters + $0.offset },
      shift: parameters + norm.shift.offset, epsilon: Float(norm.rule.epsilon), rows: rows(input, batch),
      width: norm.shift.count, into: workspace[output])
  }

  private func statistics(
    of norm: BatchNorm
  ) -> (mean: UnsafeMutablePointer<Float>, variance: UnsafeMutablePointer<Float>) {
    guard let statistics else { preconditionFailure("A model with batch norm is run with its statistics.") }
    return (statistics + norm.mean.offset, statistics + norm.variance.offset)
  }
}
