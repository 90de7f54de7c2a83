/// Some features of every row.
struct Columns: Operation, Instruction {
  let first: Int
  let input: Int
  let output: Int

  var inputs: [Int] { [input] }
  var kind: String { "columns" }

  func run(by executor: Executor, on batch: Batch) {
    executor.copyColumns(input, from: first, output, at: 0, count: executor.width(output), batch)
  }

  func appendBackward(_ gradient: Int, _ saved: [Int], to builder: inout ProgramBuilder) {
    builder.contribute(to: input) { Backward(first: first, outputGradient: gradient, inputGradient: $0) }
  }

  struct Backward: Instruction {
    let first: Int
    let outputGradient: Int
    let inputGradient: Int

    var buffers: [Int] { [outputGradient, inputGradient] }
    var kind: String { "columns" }

    func run(by executor: Executor, on batch: Batch) {
      executor[inputGradient].update(repeating: 0, count: executor.floats(inputGradient, batch))
      executor.copyColumns(
        outputGradient, from: 0, inputGradient, at: first, count: executor.width(outputGradient), batch)
    }
  }
}

extension Executor {
  func copyColumns(_ input: Int, from first: Int, _ output: Int, at place: Int, count: Int, _ batch: Batch) {
    Kernel.copyColumns(
      self[input] + first, rowStride: width(input), rows: rows(input, batch), columns: count,
      into: self[output] + place, toStride: width(output))
  }
}

extension Value {
  /// Some features of every row.
  package func columns(_ range: Range<Int>) -> Value {
    precondition(
      !range.isEmpty && range.lowerBound >= 0 && range.upperBound <= width,
      "A value of \(width) columns has no columns \(range).")
    return recorder.record(rows: rows, width: range.count) {
      Columns(first: range.lowerBound, input: id, output: $0)
    }
  }
}
