import Seeds

extension Executor {
  /// Drops features of a value on the way forward, or of its gradient on the way back: the same ones.
  func drop(_ dropout: Dropout, _ number: Int, _ input: Int, _ output: Int, _ batch: Batch) {
    guard let dropoutSeed else { preconditionFailure("A model with dropout is run for learning with a seed for it.") }
    let seed = dropoutSeed.child(number)
    let width = width(input)
    for sequence in 0..<batch.sequenceCount {
      let example = seed.child(batch.firstExample + sequence)
      let (tokens, firstRow) = batch.tokens(of: sequence, program.buffers[input].rows)
      let rows = firstRow..<firstRow + tokens.count
      let place = tokens.lowerBound - Int(batch.starts[sequence])
      // One key for all rows, or one for each.
      let count = dropout.isSharedOverTokens ? rows.count : 1
      for first in stride(from: 0, to: rows.count, by: count) {
        var generator = example.generator(at: dropout.isSharedOverTokens ? 0 : place + first)
        let offset = (rows.lowerBound + first) * width
        Kernel.dropout(
          workspace[input] + offset, probability: dropout.probability, key: generator.next(), rows: count, width: width,
          into: workspace[output] + offset)
      }
    }
  }
}
