/// `y = x W + b`, with `x [rows, inputs]`, `W [inputs, outputs]`, `b [outputs]`; or without `b`.
struct Linear: Sendable {
  let weight: Parameter
  let bias: Parameter?

  init(
    _ name: String, inputs: Int, outputs: Int, _ initializer: Initializer, hasBias: Bool = true,
    in layout: inout ParameterLayout
  ) {
    weight = layout.declare("\(name).weight", rows: inputs, columns: outputs, initializer)
    bias = hasBias ? layout.declare("\(name).bias", count: outputs, .zeros) : nil
  }

  func callAsFunction(_ x: Value) -> Value {
    precondition(x.width == weight.rows, "\(weight.name) takes \(weight.rows) features, not \(x.width).")
    return x.recorder.record(rows: x.rows, width: weight.columns) {
      Applied(linear: self, input: x.id, output: $0)
    }
  }
}

extension Linear {
  struct Applied: Operation {
    let linear: Linear
    let input: Int
    let output: Int

    var inputs: [Int] { [input] }

    func appendForward(to builder: inout ProgramBuilder) -> [Int] {
      let weight = builder.pack(linear.weight)
      let sum = builder.sum(after: builder.place)
      builder.forward.append(
        Forward(input: input, weight: weight, bias: linear.bias, addend: sum?.addend, output: sum?.output ?? output))
      return []
    }

    func appendBackward(_ gradient: Int, _ saved: [Int], to builder: inout ProgramBuilder) {
      let weight = builder.pack(linear.weight)
      builder.accumulate(into: input) {
        Backward(
          input: input, weight: weight, bias: linear.bias, outputGradient: gradient, inputGradient: $0, accumulates: $1)
      }
    }
  }

  struct Forward: Instruction {
    let input: Int
    let weight: PackedWeight
    let bias: Parameter?
    /// Added to what comes out; nil for nothing.
    let addend: Int?
    let output: Int

    var buffers: [Int] { [input, output] + (addend.map { [$0] } ?? []) }
    var kind: String { "linear \(weight.parameter.rows) x \(weight.parameter.columns)" }

    func run(by executor: Executor, on batch: Batch) {
      let (inputs, outputs) = (weight.parameter.rows, weight.parameter.columns)
      Kernel.multiply(
        MatrixView(base: executor[input], rowStride: inputs, columnStride: 1), packed: executor.packed[weight.forward],
        into: executor[output], cStride: outputs, rows: executor.rows(input, batch), depth: inputs, columns: outputs,
        start: bias.map { .bias(executor.value(of: $0)) } ?? .zero, addend: addend.map { UnsafePointer(executor[$0]) })
    }
  }

  /// `dx = dy W'`, `dW += x' dy`, `db += sum of dy over rows`.
  struct Backward: Instruction {
    let input: Int
    let weight: PackedWeight
    let bias: Parameter?
    let outputGradient: Int
    let inputGradient: Int
    let accumulates: Bool

    var buffers: [Int] { [input, outputGradient, inputGradient] }
    var kind: String { "linear \(weight.parameter.rows) x \(weight.parameter.columns), back" }

    func run(by executor: Executor, on batch: Batch) {
      let (inputs, outputs) = (weight.parameter.rows, weight.parameter.columns)
      let count = executor.rows(input, batch)
      let dy = UnsafePointer(executor[outputGradient])
      Kernel.multiply(
        MatrixView(base: dy, rowStride: outputs, columnStride: 1), packed: executor.packed[weight.backward!],
        into: executor[inputGradient], cStride: inputs, rows: count, depth: outputs, columns: inputs,
        start: accumulates ? .accumulate : .zero)
      Kernel.multiply(
        MatrixView(base: executor[input], rowStride: 1, columnStride: inputs), rowMajor: dy, bStride: outputs,
        into: executor.gradient(of: weight.parameter), cStride: outputs, rows: inputs, depth: count, columns: outputs,
        start: .accumulate)
      if let bias { Kernel.addColumnSums(dy, rows: count, columns: outputs, into: executor.gradient(of: bias)) }
    }
  }
}

extension ProgramBuilder {
  /// What is added to the output of a linear layer right behind it, where nobody else reads that output: the layer then
  /// adds it itself, and the output alone is never written.
  func sum(after index: Int) -> (addend: Int, output: Int)? {
    guard index >= 0, index + 1 < operations.count, let product = operations[index] as? Linear.Applied,
      let sum = operations[index + 1] as? Add, (sum.left == product.output) != (sum.right == product.output),
      operations.count(where: { $0.inputs.contains(product.output) }) == 1
    else { return nil }
    return (sum.left == product.output ? sum.right : sum.left, sum.output)
  }
}
