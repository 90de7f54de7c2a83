import Learning
import Training

/// How large a network is that reads mazes in tokens: causal, a token a vector, and at each it says the next one.
struct MazeTokenNetwork {
  let width: Int
  let layerCount: Int
  let headCount: Int

  func shape(for task: MazeTokenTask, _ positions: Positions) -> EncoderShape {
    EncoderShape(
      vocabulary: task.format.vocabulary, idsPerToken: 1, combination: .sum, width: width, layerCount: layerCount,
      headCount: headCount, hiddenWidth: 4 * width, activation: .gelu, normOrder: .pre,
      outputs: task.format.vocabulary, positions: positions, isCausal: true, readout: .everyToken,
      loss: task.loss.loss)
  }
}
