import Seeds

extension GraphSplit {
  /// The statistics of the first `count` examples.
  package func statistics(seed: Seed, count: Int) -> GraphStatistics {
    var statistics = GraphStatistics()
    for start in stride(from: 0, to: count, by: 4096) {
      for example in examples(start..<min(start + 4096, count), seed: seed) { statistics.count(example) }
    }
    return statistics
  }
}
