/// A loss that is still a sum, so that parts of a batch add up: divided by `weight`, it is the batch's mean.
package struct LossSum: Sendable, Hashable {
  package var sum: Double
  /// Of how many numbers or answers, each counted by its weight.
  package var weight: Double

  package static let zero = LossSum(sum: 0, weight: 0)

  package var mean: Double { sum / weight }

  package static func += (left: inout LossSum, right: LossSum) {
    left.sum += right.sum
    left.weight += right.weight
  }
}
