/// What one replicate scored: its number, and its score.
package struct SeedScore: Hashable, Sendable {
  package let seed: Int
  package let score: Double

  package init(seed: Int, score: Double) {
    self.seed = seed
    self.score = score
  }
}

extension [SeedScore] {
  /// The scores alone, in the same order.
  package var values: [Double] { map(\.score) }

  /// The mean across replicates and its Student t interval.
  package var interval: Interval { .ofMean(values) }

  /// The first replicate that stands here twice.
  var firstRepeatedSeed: Int? {
    var seen = Set<Int>()
    return first { !seen.insert($0.seed).inserted }?.seed
  }
}
