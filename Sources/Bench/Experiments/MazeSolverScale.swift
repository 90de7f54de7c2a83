import Judging
import Learning
import Training

/// What a profile changes in the experiments on networks that find paths in tokens.
struct MazeSolverScale {
  let width: Int
  let layerCount: Int
  let headCount: Int
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

  /// Causal, a token a cell's name.
  func model(_ solver: MazeSolver) -> EncoderShape {
    let task = solver.task
    return EncoderShape(
      vocabulary: task.format.vocabulary, idsPerToken: 1, combination: .sum, width: width, layerCount: layerCount,
      headCount: headCount, hiddenWidth: 4 * width, activation: .gelu, normOrder: .pre,
      outputs: task.format.vocabulary, positions: solver.learnedPositions, isCausal: true, readout: .everyToken,
      loss: task.loss.loss)
  }

  var watch: Watch { Watch(everySteps: recipe.steps / 10, count: watched) }

  private static func scale(
    width: Int, layers: Int, steps: Int, peak: Double, questions: Int, watched: Int
  ) -> MazeSolverScale {
    MazeSolverScale(
      width: width, layerCount: layers, headCount: 4,
      recipe: Recipe(
        steps: steps, batchSize: 64, shardCount: 2, optimizer: .adam(),
        schedule: .warmupCosine(peak: peak, warmup: steps / 10, end: 0), gradientNormLimit: 1),
      questions: questions, watched: watched, replicates: 5)
  }
}
