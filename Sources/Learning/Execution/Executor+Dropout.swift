import Seeds

extension Executor {
  /// Drops features of a value on the way forward, or of its gradient on the way back: the same ones.
  func drop(_ dropout: Dropout, _ number: Int, _ input: Int, _ output: Int, _ batch: Batch) {
    guard let dropoutSeed else { preconditionFailure("A model with dropout is run for learning with a seed for it.") }
    let seed = dropoutSeed.child(number)
    let width = width(input)
    for sequence in 0..<batch.sequenceCount {
      let example = seed.child(batch.firstExample + sequence)
      let (rows, place) = tokens(of: sequence, input, batch)
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

  /// A sequence's rows in a buffer, and the place in the sequence of the token that the first of them stands for.
  private func tokens(of sequence: Int, _ buffer: Int, _ batch: Batch) -> (rows: Range<Int>, place: Int) {
    let first = Int(batch.starts[sequence])
    let end = Int(batch.starts[sequence + 1])
    switch program.buffers[buffer].rows {
    case .tokens: return (first..<end, 0)
    case .last(let count): return (sequence * count..<(sequence + 1) * count, end - first - count)
    case .one: preconditionFailure("A row of the whole batch belongs to no sequence.")
    }
  }
}
