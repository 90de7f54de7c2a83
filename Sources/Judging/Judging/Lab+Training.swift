import Training

extension Lab {
  /// Trains experiments in order, as many side by side as have a shard for every core: with more, each replicate would get
  /// one core, and the longest would end long after all others. Returns when all are trained. What goes wrong is told to
  /// whoever asks for that experiment.
  package func train(_ experiments: [Experiment]) async {
    await withTaskGroup(of: Int.self) { group in
      var underWay = 0
      for experiment in experiments {
        while underWay >= cores.total, let ended = await group.next() { underWay -= ended }
        guard !stop.isRaised, !Task.isCancelled else { break }
        let shards = experiment.replicates * (experiment.stages.map(\.recipe.shardCount).max() ?? 1)
        underWay += shards
        group.addTask {
          _ = try? await self.trained(experiment)
          return shards
        }
      }
    }
  }
}
