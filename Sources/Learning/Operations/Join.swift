/// Row beside row.
struct Join: Operation, Instruction {
  let inputs: [Int]
  let output: Int

  var kind: String { "columns" }

  func run(by executor: Executor, on batch: Batch) {
    var first = 0
    for input in inputs {
      executor.copyColumns(input, from: 0, output, at: first, count: executor.width(input), batch)
      first += executor.width(input)
    }
  }

  func appendBackward(_ gradient: Int, _ saved: [Int], to builder: inout ProgramBuilder) {
    var first = 0
    for input in inputs {
      builder.contribute(to: input) { Columns(first: first, input: gradient, output: $0) }
      first += builder.buffers[input].width
    }
  }
}

extension Value {
  /// Row beside row: `[rows, a]` and `[rows, b]` to `[rows, a + b]`.
  package static func joined(_ values: [Value]) -> Value {
    guard let first = values.first else { preconditionFailure("Nothing cannot be joined.") }
    precondition(
      values.allSatisfy { $0.rows == first.rows },
      "Values of \(values.map(\.rows)) have no rows in common.")
    return first.recorder.record(rows: first.rows, width: values.reduce(0) { $0 + $1.width }) {
      Join(inputs: values.map(\.id), output: $0)
    }
  }

  /// The same with some features replaced.
  package func replacing(_ range: Range<Int>, with value: Value) -> Value {
    precondition(value.width == range.count, "\(value.width) columns do not fit in the place of columns \(range).")
    let before = range.lowerBound > 0 ? [columns(0..<range.lowerBound)] : []
    let after = range.upperBound < width ? [columns(range.upperBound..<width)] : []
    return .joined(before + [value] + after)
  }
}
