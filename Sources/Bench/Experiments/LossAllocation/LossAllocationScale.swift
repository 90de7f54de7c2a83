import Judging
import Learning
import Training

/// What a profile changes in the experiments that watch a loss being shared out.
struct LossAllocationScale {
  /// Of each arm.
  let steps: Int
  /// Of the larger network's two stages.
  let trainingSteps: Int
  let tuningSteps: Int
  /// Batches redrawn before each step that a coin is flipped for.
  let draws: Int
  /// Whether more is claimed than what holds at any length: that allocations are complete, and the theorem.
  let claimsAll: Bool

  static func at(_ profile: Profile) -> LossAllocationScale {
    switch profile {
    case .smoke:
      LossAllocationScale(steps: 100, trainingSteps: 600, tuningSteps: 40, draws: 200, claimsAll: false)
    case .standard, .paper:
      LossAllocationScale(steps: 400, trainingSteps: 6_000, tuningSteps: 150, draws: 2_000, claimsAll: true)
    }
  }

  /// 4,737 parameters: every number of every step can be looked at.
  static let small = network(width: 16, layers: 2)
  /// Large enough to carry over from small graphs to large ones.
  static let large = network(width: 24, layers: 3)

  /// Two heads, and a hidden width of twice the width.
  static func network(width: Int, layers: Int) -> Architecture {
    .encoder(
      EncoderShape(
        vocabulary: 17, idsPerToken: 2, combination: .sum, width: width, layerCount: layers, headCount: 2,
        hiddenWidth: 2 * width, activation: .gelu, normOrder: .post, outputs: 1))
  }
}
