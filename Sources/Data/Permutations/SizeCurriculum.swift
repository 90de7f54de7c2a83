/// How N grows while X learns: by one element as soon as X agrees with its targets. The suite trains each of its
/// experiments at one N, so none of them grows.
package struct SizeCurriculum: Hashable, Sendable {
  package let sizes: ClosedRange<Int>
  /// N grows when the mean agreement is above this.
  package let threshold: Double
  /// The mean is over about so many batches: each new one takes a share of 1 / horizon from those before.
  package let horizon: Double
  /// The mean counts when it has more than this weight, each batch weighing 1 when it comes. Of the horizon 100, a
  /// weight of 50 takes 69 batches.
  package let leastWeight: Double

  package init(sizes: ClosedRange<Int>, threshold: Double, horizon: Double, leastWeight: Double) {
    precondition(
      1 <= sizes.lowerBound && sizes.upperBound <= Permutation.largestCount,
      "Sizes lie within 1...\(Permutation.largestCount); \(sizes) do not.")
    precondition(
      horizon >= 1 && 0..<horizon ~= leastWeight,
      "A mean over \(horizon) batches never has more weight than that: \(leastWeight) would not be reached.")
    (self.sizes, self.threshold) = (sizes, threshold)
    (self.horizon, self.leastWeight) = (horizon, leastWeight)
  }

  /// The paper's.
  package static let published = SizeCurriculum(sizes: 8...64, threshold: 0.85, horizon: 100, leastWeight: 50)

  /// The share of questions that X knows an answer to, and the same as the target.
  package static func agreement(of answers: [PowerAnswer], with targets: [PowerAnswer]) -> Double {
    precondition(
      answers.count == targets.count && !answers.isEmpty, "Every answer needs its target, and one is needed.")
    let agreed = zip(answers, targets).count { $0 == $1 && $0 != .unknown }
    return Double(agreed) / Double(answers.count)
  }

  /// Where a curriculum stands: a value, so that a checkpoint can hold it.
  package struct Progress: Hashable, Sendable {
    package let curriculum: SizeCurriculum
    /// N now.
    package private(set) var size: Int
    package private(set) var weight = 0.0
    package private(set) var sum = 0.0

    package init(_ curriculum: SizeCurriculum) {
      self.curriculum = curriculum
      size = curriculum.sizes.lowerBound
    }

    /// Takes the agreement of a batch into account. The next batch is of ``size``.
    package mutating func record(agreement: Double) {
      let kept = 1 - 1 / curriculum.horizon
      weight = weight * kept + 1
      sum = sum * kept + agreement
      guard weight > curriculum.leastWeight, sum / weight > curriculum.threshold,
        size < curriculum.sizes.upperBound
      else { return }
      size += 1
      (weight, sum) = (0, 0)
    }
  }
}
