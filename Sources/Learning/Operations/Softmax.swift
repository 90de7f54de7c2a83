/// A distribution for each row.
struct Softmax: Operation, Instruction {
  let input: Int
  let output: Int

  var inputs: [Int] { [input] }
  var kind: String { "softmax" }

  func run(by executor: Executor, on batch: Batch) {
    Kernel.softmax(
      executor[input], rows: executor.rows(input, batch), width: executor.width(input), into: executor[output])
  }

  func appendBackward(_ gradient: Int, _ saved: [Int], to builder: inout ProgramBuilder) {
    builder.reuse(gradient, for: input) { Backward(output: output, outputGradient: gradient, inputGradient: $0) }
  }

  struct Backward: Instruction {
    let output: Int
    let outputGradient: Int
    let inputGradient: Int

    var buffers: [Int] { [output, outputGradient, inputGradient] }
    var kind: String { "softmax, back" }

    func run(by executor: Executor, on batch: Batch) {
      Kernel.softmaxBackward(
        y: executor[output], outputGradient: executor[outputGradient], rows: executor.rows(output, batch),
        width: executor.width(output), into: executor[inputGradient])
    }
  }
}

extension Value {
  /// A distribution for each row.
  func softmax() -> Value {
    recorder.record(rows: rows, width: width) { Softmax(input: id, output: $0) }
  }
}
