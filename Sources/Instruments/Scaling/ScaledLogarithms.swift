/// Logarithms of positive numbers over their geometric mean: powers of these stay near 1, whatever the numbers' scale.
struct ScaledLogarithms: Sendable, Hashable {
  /// Of each number over the mean.
  let logarithms: [Double]
  /// Of the mean.
  let mean: Double
  /// Those that differ, in order, and which of them each number's is: sizes and data come again and again.
  private let distinct: [Double]
  private let places: [Int]

  /// Nil where there is no number, or one that is not positive, normal and finite.
  init?(of numbers: [Double]) {
    guard !numbers.isEmpty, numbers.allSatisfy({ $0.isNormal && $0 > 0 }) else { return nil }
    let all = numbers.map(Elementary.logarithm)
    let mean = all.reduce(0, +) / Double(all.count)
    (logarithms, self.mean) = (all.map { $0 - mean }, mean)
    distinct = Set(logarithms).sorted()
    let ranks = Dictionary(uniqueKeysWithValues: zip(distinct, distinct.indices))
    places = logarithms.map { ranks[$0]! }
  }

  /// Each number over the mean to a power.
  func powers(_ power: Double) -> [Double] {
    let powers = distinct.map { Elementary.exponential(power * $0) }
    return places.map { powers[$0] }
  }

  /// The mean to a power: what the factor of `powers(-power)` is multiplied by to be that of the numbers themselves.
  func unit(_ power: Double) -> Double { Elementary.exponential(power * mean) }
}
