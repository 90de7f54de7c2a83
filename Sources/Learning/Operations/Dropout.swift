import Seeds

/// Sets features to zero at random while a model learns, and multiplies the others so that their expectation stays
/// (Srivastava and others, 2014). A model that only answers goes without.
///
/// What is dropped is a function of the step's seed, the dropout's place in the model, the example's number, the token's
/// place in its sequence and the feature: neither shards nor workers nor the readout can change it.
package struct Dropout: Sendable, Hashable, Codable {
  /// Of each feature to become zero.
  package var probability: Double
  /// All tokens of a sequence lose the same features.
  package var isSharedOverTokens: Bool

  package init(probability: Double, isSharedOverTokens: Bool = false) {
    precondition((0..<1).contains(probability), "A feature is dropped with a probability below 1, not \(probability).")
    self.probability = probability
    self.isSharedOverTokens = isSharedOverTokens
  }

  package static let none = Dropout(probability: 0)

  /// Where nothing is to be dropped, nothing is recorded.
  func callAsFunction(_ x: Value) -> Value {
    guard probability > 0, x.recorder.purpose.hasChance else { return x }
    let number = x.recorder.operations.count { $0 is Applied }
    return x.recorder.record(rows: x.rows, width: x.width) {
      Applied(dropout: self, number: number, input: x.id, output: $0)
    }
  }
}

extension Dropout {
  struct Applied: Operation, Instruction {
    let dropout: Dropout
    /// The how-manieth of its program it is: this decides its random bits, and those of its way back.
    let number: Int
    let input: Int
    let output: Int

    var inputs: [Int] { [input] }
    var kind: String { "dropout" }
    var needsSeed: Bool { true }

    func run(by executor: Executor, on batch: Batch) {
      dropout.drop(input, number, into: output, by: executor, on: batch)
    }

    func appendBackward(_ gradient: Int, _ saved: [Int], to builder: inout ProgramBuilder) {
      builder.reuse(gradient, for: input) {
        Backward(dropout: dropout, number: number, outputGradient: gradient, inputGradient: $0)
      }
    }
  }

  struct Backward: Instruction {
    let dropout: Dropout
    let number: Int
    let outputGradient: Int
    let inputGradient: Int

    var buffers: [Int] { [outputGradient, inputGradient] }
    var kind: String { "dropout, back" }

    func run(by executor: Executor, on batch: Batch) {
      dropout.drop(outputGradient, number, into: inputGradient, by: executor, on: batch)
    }
  }

  /// Features of a value on the way forward, or of its gradient on the way back: the same ones.
  private func drop(_ input: Int, _ number: Int, into output: Int, by executor: Executor, on batch: Batch) {
    guard let dropoutSeed = executor.dropoutSeed else {
      preconditionFailure("A model with dropout is run for learning with a seed for it.")
    }
    let seed = dropoutSeed.child(number)
    let width = executor.width(input)
    for sequence in 0..<batch.sequenceCount {
      let example = seed.child(batch.firstExample + sequence)
      let (tokens, firstRow) = batch.tokens(of: sequence, executor.program.buffers[input].rows)
      let rows = firstRow..<firstRow + tokens.count
      let place = tokens.lowerBound - Int(batch.starts[sequence])
      // One key for all rows, or one for each.
      let count = isSharedOverTokens ? rows.count : 1
      for first in stride(from: 0, to: rows.count, by: count) {
        var generator = example.generator(at: isSharedOverTokens ? 0 : place + first)
        let offset = (rows.lowerBound + first) * width
        Kernel.dropout(
          executor[input] + offset, probability: probability, key: generator.next(), rows: count, width: width,
          into: executor[output] + offset)
      }
    }
  }
}
