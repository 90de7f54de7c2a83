extension Executor {
  /// Hands on the gradient of what a loop made, and zeros where an example begins later.
  func stopGradientBackward(
    _ loss: ProgressiveLoss, after loop: Int, of loops: Int, _ outputGradient: Int, _ inputGradient: Int, _ batch: Batch
  ) {
    guard let dropoutSeed else { preconditionFailure("A progressive loss is computed with a seed for it.") }
    let seed = dropoutSeed.child("first loop")
    let width = width(inputGradient)
    for sequence in 0..<batch.sequenceCount {
      let (tokens, firstRow) = batch.tokens(of: sequence, program.buffers[inputGradient].rows)
      let (offset, count) = (firstRow * width, tokens.count * width)
      let target = workspace[inputGradient] + offset
      if loop < loss.firstLoop(of: loops, example: seed.child(batch.firstExample + sequence)) {
        target.update(repeating: 0, count: count)
      } else if inputGradient != outputGradient {
        target.update(from: workspace[outputGradient] + offset, count: count)
      }
    }
  }
}
