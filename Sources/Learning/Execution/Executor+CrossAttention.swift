extension Executor {
  func crossAttention(
    _ shape: Kernel.CrossAttentionShape, _ queries: Int, _ keysValues: Int, _ output: Int, _ batch: Batch
  ) {
    for sequence in 0..<batch.sequenceCount {
      let (asking, asked) = (rows(of: sequence, queries, batch), rows(of: sequence, keysValues, batch))
      Kernel.crossAttention(
        shape, queries: workspace[queries] + asking.first * shape.width, queryCount: asking.count,
        keysValues: workspace[keysValues] + asked.first * 2 * shape.width, keyCount: asked.count,
        output: workspace[output] + asking.first * shape.width, scratch: workspace.scratch.pointer)
    }
  }

  func crossAttentionBackward(
    _ shape: Kernel.CrossAttentionShape, _ queries: Int, _ keysValues: Int, _ outputGradient: Int,
    _ queryGradient: Int, _ keyValueGradient: Int, _ batch: Batch
  ) {
    for sequence in 0..<batch.sequenceCount {
      let (asking, asked) = (rows(of: sequence, queries, batch), rows(of: sequence, keysValues, batch))
      let (query, key) = (asking.first * shape.width, asked.first * 2 * shape.width)
      Kernel.crossAttentionBackward(
        shape, queries: workspace[queries] + query, queryCount: asking.count, keysValues: workspace[keysValues] + key,
        keyCount: asked.count, outputGradient: workspace[outputGradient] + query,
        queryGradient: workspace[queryGradient] + query, keyValueGradient: workspace[keyValueGradient] + key,
        scratch: workspace.scratch.pointer)
    }
  }

  /// The rows of a sequence in a buffer.
  func rows(of sequence: Int, _ buffer: Int, _ batch: Batch) -> (first: Int, count: Int) {
    let (tokens, firstRow) = batch.tokens(of: sequence, workspace.program.buffers[buffer].rows)
    return (firstRow, tokens.count)
  }
}
