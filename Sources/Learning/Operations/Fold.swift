/// The sum of parts that stand side by side in every row.
struct Fold: Operation, Instruction {
  let parts: Int
  let input: Int
  let output: Int

  var inputs: [Int] { [input] }
  var kind: String { "fold" }

  func run(by executor: Executor, on batch: Batch) {
    Kernel.foldColumns(
      executor[input], parts: parts, rows: executor.rows(output, batch), columns: executor.width(output),
      into: executor[output])
  }

  func appendBackward(_ gradient: Int, _ saved: [Int], to builder: inout ProgramBuilder) {
    builder.contribute(to: input) { Backward(parts: parts, outputGradient: gradient, inputGradient: $0) }
  }

  struct Backward: Instruction {
    let parts: Int
    let outputGradient: Int
    let inputGradient: Int

    var buffers: [Int] { [outputGradient, inputGradient] }
    var kind: String { "fold" }

    func run(by executor: Executor, on batch: Batch) {
      let count = executor.width(outputGradient)
      for part in 0..<parts {
        executor.copyColumns(outputGradient, from: 0, inputGradient, at: part * count, count: count, batch)
      }
    }
  }
}

extension Value {
  /// The sum of so many parts that stand side by side: `[rows, parts * width]` to `[rows, width]`.
  package func folded(parts: Int) -> Value {
    precondition(parts > 0 && width % parts == 0, "\(width) columns do not fall into \(parts) equal parts.")
    if parts == 1 { return self }
    return recorder.record(rows: rows, width: width / parts) { Fold(parts: parts, input: id, output: $0) }
  }
}
