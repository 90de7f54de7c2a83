import Judging
import Learning
import Training

/// What a profile changes in the experiments on mazes in tokens.
struct MazeTokensScale {
  let network: MazeTokenNetwork
  let recipe: Recipe
  /// On as many mazes as an experiment says, over and over.
  let fineTune: Recipe
  /// Examples a split that each replicate is asked.
  let questions: Int
  let replicates: Int
  let atItsSize: Threshold
  let elsewhere: Threshold

  static func at(_ profile: Profile) -> MazeTokensScale {
    switch profile {
    case .smoke:
      scale(
        width: 32, layers: 2, heads: 2, steps: 500, batch: 32, peak: 3e-3, questions: 64, replicates: 5,
        atItsSize: 0.53, elsewhere: 0.34,
        .replicates(
          5...9, "Half way from any cell to 1.00 at its own size; to 0.65, the worst of the claims, at others."))
    case .standard:
      scale(
        width: 32, layers: 2, heads: 2, steps: 1_000, batch: 32, peak: 3e-3, questions: 256, replicates: 5,
        atItsSize: 0.53, elsewhere: 0.34,
        .replicates(
          5...9, "Half way from any cell to 1.00 at its own size; to 0.64, the worst of the claims, at others."))
    case .paper:
      scale(
        width: 128, layers: 4, heads: 4, steps: 20_000, batch: 64, peak: 1e-3, questions: 1_024, replicates: 5,
        atItsSize: 0.53, elsewhere: 0.34, .goal("As at the standard profile."))
    }
  }

  private static func scale(
    width: Int, layers: Int, heads: Int, steps: Int, batch: Int, peak: Double, questions: Int, replicates: Int,
    atItsSize: Double, elsewhere: Double,
    _ provenance: Claim.Provenance
  ) -> MazeTokensScale {
    MazeTokensScale(
      network: MazeTokenNetwork(width: width, layerCount: layers, headCount: heads),
      recipe: .climbing(to: peak, steps: steps, batchSize: batch, shardCount: 2),
      fineTune: .climbing(to: peak / 3, steps: steps / 4, batchSize: batch, shardCount: 2),
      questions: questions, replicates: replicates,
      atItsSize: Threshold(value: atItsSize, provenance: provenance),
      elsewhere: Threshold(value: elsewhere, provenance: provenance))
  }
}
