/// What one replicate scored: its number, and its score.
package struct SeedScore: Hashable, Sendable {
  package let seed: Int
  package let score: Double
  /// How many examples it is a share of; nil for what is no share of examples.
  package let examples: Int?

  package init(seed: Int, score: Double, examples: Int? = nil) {
    precondition(examples.map { $0 >= 0 } ?? true, "A share is of examples, not of \(examples ?? 0).")
    self.seed = seed
    self.score = score
    self.examples = examples
  }
}

extension [SeedScore] {
  /// The scores alone, in the same order.
  package var values: [Double] { map(\.score) }

  /// The mean across replicates and its interval: that of shares where all are, else Student's t.
  package var interval: Interval {
    let examples = compactMap(\.examples)
    return examples.count == count ? .ofShares(values, of: examples) : .ofMean(values)
  }

  /// The same score of each replicate; older baselines do not count examples.
  func isSame(as other: [SeedScore]) -> Bool {
    count == other.count && zip(self, other).allSatisfy { $0.seed == $1.seed && $0.score == $1.score }
  }

  /// The first replicate that stands here twice.
  var firstRepeatedSeed: Int? {
    var seen = Set<Int>()
    return first { !seen.insert($0.seed).inserted }?.seed
  }
}
