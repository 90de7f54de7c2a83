/// What of a step its workers share, and in which parts. Each part writes places of its own, in an order of its own, so
/// that nothing depends on who takes it, or when.
extension Trainer {
  enum Work {
    /// Part by weight: packed for the products.
    case weights
    /// Part by shard: its gradient, and what its loss sums to.
    case shards
    /// Part by range of parameters: the sum of the shards' gradients.
    case gradients
    /// The same: the optimizer's step.
    case update(rate: Double, gradientScale: Float)
  }

  /// Parameters in one part.
  private static let partSize = 1 << 14

  /// - Parameters:
  ///   - floats: how many are read or written. To share the work on a few takes longer than to do it.
  ///   - crew: nil to do it alone.
  func share(_ work: Work, floats: Int, parts: Int, _ crew: Crew?) {
    self.work = work
    if let crew, floats > 2 * Self.partSize {
      crew.round(parts)
    } else {
      for part in 0..<parts { take(part, worker: 0) }
    }
  }

  func shareParameters(_ work: Work, _ crew: Crew?) {
    let count = program.layout.count
    share(work, floats: count, parts: (count + Self.partSize - 1) / Self.partSize, crew)
  }

  func take(_ part: Int, worker: Int) {
    let first = part * Self.partSize
    let range = first..<max(first, min(first + Self.partSize, program.layout.count))
    switch work {
    case .weights: packed.pack(part, of: parameters)
    case .shards: takeShard(part, worker)
    case .gradients:
      for shard in 1..<max(1, recipe.shardCount) {
        Kernel.accumulate(
          gradient(of: shard) + first, count: range.count, into: gradients.pointer + first)
      }
    case .update(let rate, let gradientScale):
      recipe.optimizer.update(
        range, at: step, rate: rate, gradientScale: gradientScale, parameters: parameters,
        gradients: gradients.pointer, firstMoment: firstMoment, secondMoment: secondMoment)
    }
  }

  private func takeShard(_ shard: Int, _ worker: Int) {
    let gradient = gradient(of: shard)
    gradient.update(repeating: 0, count: program.layout.count)
    sums[shard] = workers[worker].loss(
      recipe.examples(step: step, shard: shard), parameters, packed, dropoutSeed: dropoutSeed?.child(step),
      statistics: batchStatistics, gradients: gradient)
  }
}
