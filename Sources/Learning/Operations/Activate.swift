/// A function of each number.
struct Activate: Operation, Instruction {
  let activation: Activation
  let input: Int
  let output: Int

  var inputs: [Int] { [input] }
  var kind: String { "activation" }

  func run(by executor: Executor, on batch: Batch) {
    Kernel.activate(activation, executor[input], count: executor.floats(output, batch), into: executor[output])
  }

  func appendBackward(_ gradient: Int, _ saved: [Int], to builder: inout ProgramBuilder) {
    builder.reuse(gradient, for: input) {
      Backward(activation: activation, input: input, outputGradient: gradient, inputGradient: $0)
    }
  }

  struct Backward: Instruction {
    let activation: Activation
    let input: Int
    let outputGradient: Int
    let inputGradient: Int

    var buffers: [Int] { [input, outputGradient, inputGradient] }
    var kind: String { "activation, back" }

    func run(by executor: Executor, on batch: Batch) {
      Kernel.activateBackward(
        activation, x: executor[input], outputGradient: executor[outputGradient],
        count: executor.floats(input, batch), into: executor[inputGradient])
    }
  }
}

extension Value {
  package func activated(by activation: Activation) -> Value {
    recorder.record(rows: rows, width: width) { Activate(activation: activation, input: id, output: $0) }
  }
}
