import Judging
import Learning
import Training

/// What a profile changes in the experiments on mazes.
struct MazesScale {
  let recipe: Recipe
  /// Examples a split that each replicate is asked.
  let questions: Int
  let replicates: Int

  static func at(_ profile: Profile) -> MazesScale {
    switch profile {
    case .smoke: scale(examples: 40_000, questions: 128, replicates: 5)
    case .standard: scale(examples: 128_000, questions: 1_024, replicates: 5)
    case .paper: scale(examples: 512_000, questions: 4_096, replicates: 5)
    }
  }

  /// As many loops as the longest path of 5 x 5 cells has cells.
  static let trainingLoops = 25

  static func model(isNamed: Bool = false) -> LoopedEncoderShape {
    LoopedEncoderShape(
      vocabulary: MazeFieldSource.vocabulary(isNamed: isNamed), idsPerToken: isNamed ? 2 : 1, width: 32, headCount: 2,
      hiddenWidth: 64, normOrder: .post, linkKinds: MazeFieldSource.LinkKind.allCases.count, loops: trainingLoops,
      answer: .wholeLoops, outputs: 1, readout: .everyToken, loss: .squaredError)
  }

  private static func scale(examples: Int, questions: Int, replicates: Int) -> MazesScale {
    let steps = examples / 64
    return MazesScale(
      recipe: .climbing(to: 2e-3, steps: steps, batchSize: 64, shardCount: 4),
      questions: questions, replicates: replicates)
  }
}
