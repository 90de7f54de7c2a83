/// The last tokens of each sequence.
struct LastRows: Operation, Instruction {
  let input: Int
  let output: Int

  var inputs: [Int] { [input] }
  var kind: String { "last rows" }

  func run(by executor: Executor, on batch: Batch) {
    let (source, target) = (executor[input], executor[output])
    let (width, count) = (executor.width(input), executor.rows(output, batch) / batch.sequenceCount)
    for sequence in 0..<batch.sequenceCount {
      let first = Int(batch.starts[sequence + 1]) - count
      (target + sequence * count * width).update(from: source + first * width, count: count * width)
    }
  }

  func appendBackward(_ gradient: Int, _ saved: [Int], to builder: inout ProgramBuilder) {
    builder.contribute(to: input) { Backward(outputGradient: gradient, inputGradient: $0) }
  }

  struct Backward: Instruction {
    let outputGradient: Int
    let inputGradient: Int

    var buffers: [Int] { [outputGradient, inputGradient] }
    var kind: String { "last rows, back" }

    func run(by executor: Executor, on batch: Batch) {
      let (source, target) = (executor[outputGradient], executor[inputGradient])
      let (width, count) = (
        executor.width(inputGradient), executor.rows(outputGradient, batch) / batch.sequenceCount
      )
      for sequence in 0..<batch.sequenceCount {
        let tokens = Int(batch.starts[sequence])..<Int(batch.starts[sequence + 1])
        (target + tokens.lowerBound * width).update(repeating: 0, count: (tokens.count - count) * width)
        (target + (tokens.upperBound - count) * width).update(
          from: source + sequence * count * width, count: count * width)
      }
    }
  }
}

extension Value {
  /// The last `count` tokens of each sequence: `[tokens, width]` to `[sequences * count, width]`.
  package func last(_ count: Int) -> Value {
    precondition(rows == .tokens && count > 0, "Only a value of tokens has last tokens, and at least one.")
    return recorder.record(rows: .last(count), width: width) { LastRows(input: id, output: $0) }
  }
}
