import Judging
import Learning
import Training

/// What a profile changes in the experiments on mazes.
struct MazesScale {
  let recipe: Recipe
  /// Examples a split that each replicate is asked.
  let questions: Int
  let replicates: Int
  /// Of 8 x 8 cells, and of mazes of the sizes that were learned.
  let exactPath: Threshold
  /// Where cycles leave a choice.
  let shortestPath: Threshold

  static func at(_ profile: Profile) -> MazesScale {
    switch profile {
    case .smoke:
      // One of the five that chose learned nothing.
      scale(
        examples: 40_000, questions: 128,
        exactPath: chosen(0.53, "Half way from a random walk's 23 % to 82 %, in 8 x 8 cells."),
        shortestPath: chosen(0.65, "Half way from a random walk's 43 % to 87 %."))
    case .standard: scale(examples: 128_000, questions: 1_024)
    case .paper: scale(examples: 512_000, questions: 4_096)
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

  private static func scale(
    examples: Int, questions: Int,
    exactPath: Threshold = chosen(0.61, "Half way from a random walk's 23 % to 100 %, in 8 x 8 cells."),
    shortestPath: Threshold = chosen(0.69, "Half way from a random walk's 38 % to 100 %.")
  ) -> MazesScale {
    MazesScale(
      recipe: .climbing(to: 2e-3, steps: examples / 64, batchSize: 64, shardCount: 4),
      questions: questions, replicates: 5, exactPath: exactPath, shortestPath: shortestPath)
  }

  private static func chosen(_ value: Double, _ sentence: String) -> Threshold {
    Threshold(value: value, provenance: .replicates(5...9, sentence))
  }
}
