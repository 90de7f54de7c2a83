import Judging
import Learning
import Training

/// What a profile changes in the experiment on moves in mazes.
struct MazeMovesScale {
  let recipe: Recipe
  /// Examples a split that each replicate is asked.
  let questions: Int
  let replicates: Int
  let heldOut: Double
  let sizeUp: Double
  let provenance: Claim.Provenance

  /// As far as two cells of 4 x 4 lie apart in a row: what is further off was never seen.
  static let radius = 3

  static func at(_ profile: Profile) -> MazeMovesScale {
    switch profile {
    case .smoke:
      scale(
        steps: 400, questions: 128, heldOut: 0.51, sizeUp: 0.38,
        .floor("A random walk's on these questions, which so short a training does not beat."))
    case .standard: scale(steps: 1_500, questions: 512, heldOut: 0.71, sizeUp: 0.47, fresh)
    case .paper:
      scale(steps: 20_000, questions: 4_096, heldOut: 0.99, sizeUp: 0.8, .goal("Nothing was run at this profile."))
    }
  }

  static let model = LoopedEncoderShape(
    vocabulary: MazeMoveSource.vocabulary, width: 32, headCount: 2, hiddenWidth: 64, normOrder: .post,
    linkKinds: MazeMoveSource.linkKinds(radius: radius), loops: 10, answer: .lastState, outputs: 4,
    readout: .everyToken, loss: .softCrossEntropy)

  private static let fresh = Claim.Provenance.replicates(
    5...9, "Half way from a random walk, 0.46 held out and 0.33 at 5 x 5, to 0.97 and to 0.60.")

  private static func scale(steps: Int, questions: Int, heldOut: Double, sizeUp: Double, _ provenance: Claim.Provenance)
    -> MazeMovesScale
  {
    MazeMovesScale(
      recipe: .climbing(to: 2e-3, steps: steps, batchSize: 64, shardCount: 4),
      questions: questions, replicates: 5, heldOut: heldOut, sizeUp: sizeUp, provenance: provenance)
  }
}
