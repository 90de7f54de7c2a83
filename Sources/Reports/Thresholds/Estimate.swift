/// A metric's mean over replicates.
package struct Estimate: Equatable, Sendable {
  package var mean: Double
  /// Across replicates; a single one has none.
  package var interval: Interval?
  package var seeds: Int

  package init(mean: Double, interval: Interval?, seeds: Int) {
    precondition(seeds >= 1, "an estimate needs at least one seed, not \(seeds)")
    (self.mean, self.interval, self.seeds) = (mean, interval, seeds)
  }

  /// The mean and `[lower, upper]`, on one scale.
  var texts: (mean: String, interval: String) {
    guard let interval else { return (NumberText.significant(mean), "") }
    let texts = NumberText.aligned([mean, interval.lower, interval.upper])
    return (texts[0], "[\(texts[1]), \(texts[2])]")
  }
}
