/// A product with a parameter that is no layer's own, or that several read in either direction: `y = x W`, or `y = x W'`.
struct Multiply: Operation {
  let matrix: Parameter
  let isTransposed: Bool
  let input: Int
  let output: Int

  var inputs: [Int] { [input] }

  func appendForward(to builder: inout ProgramBuilder) -> [Int] {
    let weight = builder.pack(matrix, isTransposed: isTransposed)
    builder.forward.append(Forward(weight: weight, isTransposed: isTransposed, input: input, output: output))
    return []
  }

  func appendBackward(_ gradient: Int, _ saved: [Int], to builder: inout ProgramBuilder) {
    let weight = builder.pack(matrix)
    builder.accumulate(into: input) {
      Backward(
        weight: weight, isTransposed: isTransposed, input: input, outputGradient: gradient, inputGradient: $0,
        accumulates: $1)
    }
  }

  struct Forward: Instruction {
    let weight: PackedWeight
    let isTransposed: Bool
    let input: Int
    let output: Int

    var buffers: [Int] { [input, output] }
    var kind: String { "multiply \(weight.parameter.rows) x \(weight.parameter.columns)" }

    func run(by executor: Executor, on batch: Batch) {
      let (inputs, outputs) = (executor.width(input), executor.width(output))
      Kernel.multiply(
        MatrixView(base: executor[input], rowStride: inputs, columnStride: 1),
        packed: executor.packed[isTransposed ? weight.backward! : weight.forward], into: executor[output],
        cStride: outputs, rows: executor.rows(input, batch), depth: inputs, columns: outputs, start: .zero)
    }
  }

  /// `dx = dy W'` and `dW += x' dy`, or `dx = dy W` and `dW += dy' x`.
  struct Backward: Instruction {
    let weight: PackedWeight
    let isTransposed: Bool
    let input: Int
    let outputGradient: Int
    let inputGradient: Int
    let accumulates: Bool

    var buffers: [Int] { [input, outputGradient, inputGradient] }
    var kind: String { "multiply \(weight.parameter.rows) x \(weight.parameter.columns), back" }

    func run(by executor: Executor, on batch: Batch) {
      let (inputs, outputs) = (executor.width(input), executor.width(outputGradient))
      let count = executor.rows(input, batch)
      let (x, dy) = (UnsafePointer(executor[input]), UnsafePointer(executor[outputGradient]))
      Kernel.multiply(
        MatrixView(base: dy, rowStride: outputs, columnStride: 1),
        packed: executor.packed[isTransposed ? weight.forward : weight.backward!], into: executor[inputGradient],
        cStride: inputs, rows: count, depth: outputs, columns: inputs, start: accumulates ? .accumulate : .zero)
      let (left, leftWidth) = isTransposed ? (dy, outputs) : (x, inputs)
      let (right, rightWidth) = isTransposed ? (x, inputs) : (dy, outputs)
      Kernel.multiply(
        MatrixView(base: left, rowStride: 1, columnStride: leftWidth), rowMajor: right, bStride: rightWidth,
        into: executor.gradient(of: weight.parameter), cStride: rightWidth, rows: leftWidth, depth: count,
        columns: rightWidth, start: .accumulate)
    }
  }
}

extension Value {
  /// `x W`, or `x W'`, with a parameter W.
  func multiplied(by matrix: Parameter, isTransposed: Bool = false) -> Value {
    let (inputs, outputs) = isTransposed ? (matrix.columns, matrix.rows) : (matrix.rows, matrix.columns)
    precondition(width == inputs, "\(matrix.name) takes \(inputs) features here, not \(width).")
    return recorder.record(rows: rows, width: outputs) {
      Multiply(matrix: matrix, isTransposed: isTransposed, input: id, output: $0)
    }
  }
}
