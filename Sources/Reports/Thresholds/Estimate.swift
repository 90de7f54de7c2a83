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

  /// The mean and `[lower, upper]`, with the same number of places.
  func texts(as scale: Scale = .number) -> (mean: String, interval: String) {
    guard let interval = interval.map(scale.bounded) else { return (scale.text(mean), "") }
    let ends = [interval.lower, interval.upper]
    if scale == .share {
      // Neither end is rounded onto a bound that it does not reach: nobody is sure of all, or of none.
      let lower = interval.lower < 1 ? min(interval.lower, 0.999) : interval.lower
      let upper = interval.upper > 0 ? max(interval.upper, 0.001) : interval.upper
      let percents = [lower, upper].map { NumberText.fixed($0 * 100, decimals: 1) }
      return (scale.text(mean), "[\(percents[0]), \(percents[1])]")
    }
    let texts = NumberText.aligned([mean] + ends)
    return (texts[0], "[\(texts[1]), \(texts[2])]")
  }

  /// As a cell says it: `0.155 [0.096, 0.214] (5 seeds)`.
  package func text(as scale: Scale) -> String { "\(bareText(as: scale)) (\(NumberText.plural(seeds, "seed")))" }

  /// The same without the number of replicates.
  package func bareText(as scale: Scale) -> String {
    // The mean of what some replicate was never asked is none.
    guard mean.isFinite else { return "not in every seed" }
    let texts = texts(as: scale)
    return [texts.mean, texts.interval].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
