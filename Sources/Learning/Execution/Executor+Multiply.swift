/// Products with a parameter that is no layer's own, or that several read in either direction.
extension Executor {
  /// `y = x W`, or `y = x W'`.
  func multiply(_ input: Int, _ weight: PackedWeight, _ isTransposed: Bool, _ output: Int, _ batch: Batch) {
    let (inputs, outputs) = (width(input), width(output))
    Kernel.multiply(
      MatrixView(base: workspace[input], rowStride: inputs, columnStride: 1),
      packed: packed[isTransposed ? weight.backward! : weight.forward], into: workspace[output], cStride: outputs,
      rows: rows(input, batch), depth: inputs, columns: outputs, start: .zero)
  }

  /// `dx = dy W'` and `dW += x' dy`, or `dx = dy W` and `dW += dy' x`.
  func multiplyBackward(
    _ input: Int, _ weight: PackedWeight, _ isTransposed: Bool, _ outputGradient: Int, _ inputGradient: Int,
    _ accumulates: Bool, _ batch: Batch, _ gradients: UnsafeMutablePointer<Float>
  ) {
    let (inputs, outputs) = (width(input), width(outputGradient))
    let count = rows(input, batch)
    let (x, dy) = (UnsafePointer(workspace[input]), UnsafePointer(workspace[outputGradient]))
    Kernel.multiply(
      MatrixView(base: dy, rowStride: outputs, columnStride: 1),
      packed: packed[isTransposed ? weight.forward : weight.backward!], into: workspace[inputGradient],
      cStride: inputs, rows: count, depth: outputs, columns: inputs, start: accumulates ? .accumulate : .zero)
    let (left, leftWidth) = isTransposed ? (dy, outputs) : (x, inputs)
    let (right, rightWidth) = isTransposed ? (x, inputs) : (dy, outputs)
    Kernel.multiply(
      MatrixView(base: left, rowStride: 1, columnStride: leftWidth), rowMajor: right, bStride: rightWidth,
      into: gradients + weight.parameter.offset, cStride: rightWidth, rows: leftWidth, depth: count,
      columns: rightWidth, start: .accumulate)
  }
}
