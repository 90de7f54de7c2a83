import Judging
import Learning
import Training

/// What a profile changes in the study of a law of size and data under noise that is known.
struct ScalingLawScale: Hashable {
  let widths: [Int]
  let steps: Int
  /// Whether anything is claimed.
  let claimsAll: Bool
  /// The variances of what is added to each answer that is learned from: the squared error that none can be below.
  let variances: [Double]

  static func at(_ profile: Profile) -> ScalingLawScale {
    switch profile {
    case .smoke: ScalingLawScale(widths: [4, 8, 12], steps: 500, claimsAll: false, variances: [0.49])
    case .standard, .paper:
      ScalingLawScale(
        widths: [4, 6, 8, 12, 16, 24, 32, 48], steps: 30_000, claimsAll: true,
        variances: [0.49, 2])
    }
  }

  static func stage(_ width: Int, _ variance: Double) -> String { "width \(width), noise \(variance)" }

  /// All learn from the same graphs, and from the same noise but for its size.
  var stages: [Stage] {
    variances.flatMap { variance in
      widths.map { width in
        Stage(
          Self.stage(width, variance), on: SizeSweep.near, recipe(width), model: SizeSweep.network(width),
          labels: .noisy(variance: variance), startsOver: true,
          stream: Self.stage(widths[0], variances[0]),
          watch: Watch(after: GenerativeScale.looks(upTo: steps), count: Self.askedCount))
      }
    }
  }

  /// Answers without noise are asked: of each the loss that can be reduced is then measured by itself.
  static let askedCount = 1_024

  private func recipe(_ width: Int) -> Recipe {
    let rate = SizeLadder.rate(6e-3, width)
    return SizeLadder.recipe(steps, .warmupCosine(peak: rate, warmup: 50, end: rate), averaging: .part(8))
  }
}
