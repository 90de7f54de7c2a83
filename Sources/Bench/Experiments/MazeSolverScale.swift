import Judging
import Learning
import Training

/// What a profile changes in the experiments on networks that find paths in tokens.
struct MazeSolverScale {
  let network: MazeTokenNetwork
  let recipe: Recipe
  /// Examples a split that each replicate is asked, and on the way.
  let questions: Int
  let watched: Int
  let replicates: Int

  static func at(_ profile: Profile) -> MazeSolverScale {
    switch profile {
    case .smoke: scale(width: 32, layers: 2, steps: 200, peak: 3e-3, questions: 64, watched: 64)
    case .standard: scale(width: 64, layers: 3, steps: 2_000, peak: 3e-3, questions: 512, watched: 128)
    case .paper: scale(width: 128, layers: 4, steps: 20_000, peak: 1e-3, questions: 2_048, watched: 256)
    }
  }

  var watch: Watch { Watch(everySteps: recipe.steps / 10, count: watched) }

  private static func scale(
    width: Int, layers: Int, steps: Int, peak: Double, questions: Int, watched: Int
  ) -> MazeSolverScale {
    MazeSolverScale(
      network: MazeTokenNetwork(width: width, layerCount: layers, headCount: 4),
      recipe: .climbing(to: peak, steps: steps, batchSize: 64, shardCount: 2),
      questions: questions, watched: watched, replicates: 5)
  }
}
