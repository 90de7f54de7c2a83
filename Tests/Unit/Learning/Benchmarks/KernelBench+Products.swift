@testable import Learning

extension KernelBench {
  /// Every linear layer forward, and backward to its input and to its weight.
  func products() -> [KernelTiming] {
    workload.linears.flatMap { product($0.name, $0.inputs, $0.outputs) }
  }

  private func product(_ name: String, _ inputs: Int, _ outputs: Int) -> [KernelTiming] {
    let (rows, length) = (workload.rows, workload.length)
    let (x, dy, weight) = (buffer(rows * inputs), buffer(rows * outputs), buffer(inputs * outputs))
    let (y, dx, dWeight) = (buffer(rows * outputs), buffer(rows * inputs), buffer(inputs * outputs))
    let bias = buffer(outputs)
    let forward = packed(weight, rowStride: outputs, columnStride: 1, depth: inputs, columns: outputs)
    let backward = packed(weight, rowStride: 1, columnStride: outputs, depth: outputs, columns: inputs)
    let operations = 2 * rows * inputs * outputs
    let (wideX, wideWeight) = (Array(x.values.prefix(length * inputs)).wide, weight.values.wide)
    let start = [Double](repeating: 0, count: length * outputs)
    let naive = naive {
      NaiveKernel.multiply(wideX, wideWeight, start: start, rows: length, depth: inputs, columns: outputs)
    }
    return [
      timing(
        "\(name): y = x W + b", "\(rows) x \(inputs) x \(outputs)", elements: rows * outputs, operations: operations,
        naive: naive
      ) {
        Kernel.multiply(
          MatrixView(base: x.pointer, rowStride: inputs, columnStride: 1), packed: forward.pointer, into: y.pointer,
          cStride: outputs, rows: rows, depth: inputs, columns: outputs, start: .bias(bias.pointer))
      },
      timing(
        "\(name): dx = dy W'", "\(rows) x \(outputs) x \(inputs)", elements: rows * inputs, operations: operations
      ) {
        Kernel.multiply(
          MatrixView(base: dy.pointer, rowStride: outputs, columnStride: 1), packed: backward.pointer,
          into: dx.pointer, cStride: inputs, rows: rows, depth: outputs, columns: inputs, start: .zero)
      },
      timing(
        "\(name): dW += x' dy", "\(inputs) x \(rows) x \(outputs)", elements: inputs * outputs, operations: operations
      ) {
        dWeight.clear()
        Kernel.multiply(
          MatrixView(base: x.pointer, rowStride: 1, columnStride: inputs), rowMajor: dy.pointer, bStride: outputs,
          into: dWeight.pointer, cStride: outputs, rows: inputs, depth: rows, columns: outputs, start: .accumulate)
      },
    ]
  }

  private func packed(_ weight: FloatBuffer, rowStride: Int, columnStride: Int, depth: Int, columns: Int) -> FloatBuffer
  {
    let packed = FloatBuffer(count: Kernel.packedCount(depth: depth, columns: columns))
    Kernel.pack(
      MatrixView(base: weight.pointer, rowStride: rowStride, columnStride: columnStride), depth: depth,
      columns: columns, into: packed.pointer)
    return packed
  }
}
