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
    /// The same: the optimizer's step, which is another one for each group of parameters.
    case update(rate: Double, gradientScale: Float)
  }

  /// Parameters in one part.
  static let partSize = 1 << 14

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
    share(work, floats: program.layout.count, parts: updateParts.count, crew)
  }

  func take(_ part: Int, worker: Int) {
    switch work {
    case .weights: packed.pack(part, of: parameters)
    case .shards: takeShard(part, worker)
    case .gradients: addShards(updateParts[part].range)
    case .update(let rate, let gradientScale): update(updateParts[part], rate, gradientScale)
    }
  }

  private func addShards(_ range: Range<Int>) {
    for shard in 1..<max(1, recipe.shardCount) {
      Kernel.accumulate(
        gradient(of: shard) + range.lowerBound, count: range.count, into: gradients.pointer + range.lowerBound)
    }
  }

  private func update(_ part: UpdatePart, _ rate: Double, _ gradientScale: Float) {
    guard part.rateFactor != 0 else { return }
    part.optimizer.update(
      part.range, at: step, rate: rate * part.rateFactor, gradientScale: gradientScale, parameters: parameters,
      gradients: gradients.pointer, firstMoment: firstMoment, secondMoment: secondMoment)
  }

  private func takeShard(_ shard: Int, _ worker: Int) {
    let gradient = gradient(of: shard)
    gradient.update(repeating: 0, count: program.layout.count)
    sums[shard] = workers[worker].loss(
      recipe.examples(step: step, shard: shard), parameters, packed, dropoutSeed: dropoutSeed?.child(step),
      statistics: batchStatistics, gradients: gradient)
  }
}
