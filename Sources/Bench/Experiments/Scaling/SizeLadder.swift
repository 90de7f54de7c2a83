import Judging
import Learning
import Training

/// Widths that learn the same from one stream of examples, for as many steps each.
struct SizeLadder: Sendable, Hashable {
  let widths: [Int]
  let steps: Int

  var largest: Int { widths[widths.count - 1] }

  /// After which of the steps the networks are asked: all, a half, a quarter and so on, as long as they are 31 or more.
  var looks: [Int] {
    var steps = [self.steps]
    while steps[0] / 2 >= 31 { steps.insert(steps[0] / 2, at: 0) }
    return steps
  }

  /// The look at which sizes are compared unmatched: a quarter of the steps.
  var unmatchedLook: Int { looks.count - 3 }

  /// The stage in which a width learns.
  static func learned(_ width: Int) -> String { "width \(width)" }

  /// A rate that falls with the square root of the width.
  static func rate(_ atWidth16: Double, _ width: Int) -> Double { atWidth16 * (16 / Double(width)).squareRoot() }

  static func recipe(_ steps: Int, _ schedule: LearningRateSchedule, averaging: Averaging? = nil) -> Recipe {
    Recipe(
      steps: steps, batchSize: 64, shardCount: 4, optimizer: .adam(), schedule: schedule, gradientNormLimit: 1,
      averaging: averaging)
  }

  /// A network with first weights of its own, and the examples of the smallest. Its rate is constant after the first steps, so
  /// that each look is one at the end of a shorter training.
  ///
  /// - Parameters:
  ///   - name: nil for that of its width.
  ///   - atWidth16: the rate of such a network.
  func stage(
    _ name: String? = nil, on examples: Examples, _ network: Architecture, width: Int, rate atWidth16: Double,
    asking: [Examples]
  ) -> Stage {
    let rate = Self.rate(atWidth16, width)
    return Stage(
      name ?? Self.learned(width), on: examples,
      Self.recipe(steps, .warmupCosine(peak: rate, warmup: 50, end: rate), averaging: .horizon(200)), model: network,
      startsOver: true, stream: Self.learned(widths[0]),
      watch: Watch(after: looks, count: 1_024, splits: asking.map(\.name)))
  }
}
