/// The straight line from the weights before a step to those after it.
struct StepPath {
  private var before: [Float]
  private(set) var after: [Float]
  /// After - before, of the weights as they are stored.
  private(set) var delta: [Double]

  init(at weights: [Float]) {
    (before, after) = (weights, weights)
    delta = Array(repeating: 0, count: weights.count)
  }

  /// The next line begins where this one ended.
  mutating func go(on weights: [Float]) {
    before = after
    after = weights
    delta.becomeDifference(of: after, before)
  }

  /// The weights after `k` of so many equal parts of the way, computed in double and rounded once.
  func point(_ k: Int, of intervals: Int) -> [Float] {
    let part = Double(k) / Double(intervals)
    return zip(before, delta).map { Float(Double($0) + part * $1) }
  }

  /// Whether these are the weights that the next line will begin at, bit for bit.
  func ends(at weights: [Float]) -> Bool {
    after.count == weights.count && zip(after, weights).allSatisfy { $0.bitPattern == $1.bitPattern }
  }
}
