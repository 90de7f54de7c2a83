@testable import Learning

extension KernelBench {
  func norms() -> [KernelTiming] {
    let (rows, width, length) = (workload.rows, workload.width, workload.length)
    let (x, dy) = (buffer(rows * width), buffer(rows * width, seed: 2))
    let (y, dx) = (FloatBuffer(count: rows * width), FloatBuffer(count: rows * width))
    let (scale, shift) = (buffer(width, seed: 3), buffer(width, seed: 4))
    let (dScale, dShift) = (FloatBuffer(count: width), FloatBuffer(count: width))
    let (mean, inverse) = (FloatBuffer(count: rows), FloatBuffer(count: rows))
    let (wideX, wideScale, wideShift) = (
      Array(x.values.prefix(length * width)).wide, scale.values.wide, shift.values.wide
    )
    let naive = naive { NaiveKernel.layerNorm(wideX, scale: wideScale, shift: wideShift, epsilon: 1e-5, rows: length) }
    return [
      timing("layer norm", "\(rows) x \(width)", elements: rows * width, naive: naive) {
        Kernel.layerNorm(
          x.pointer, scale: scale.pointer, shift: shift.pointer, epsilon: 1e-5, rows: rows, width: width,
          into: y.pointer, mean: mean.pointer, inverseDeviation: inverse.pointer)
      },
      timing("the same backward", "\(rows) x \(width)", elements: rows * width) {
        dScale.clear()
        dShift.clear()
        Kernel.layerNormBackward(
          x: x.pointer, scale: scale.pointer, mean: mean.pointer, inverseDeviation: inverse.pointer,
          outputGradient: dy.pointer, rows: rows, width: width, inputGradient: dx.pointer,
          accumulates: false, scaleGradient: dScale.pointer, shiftGradient: dShift.pointer)
      },
    ]
  }

  func elementwise() -> [KernelTiming] {
    let (rows, hidden) = (workload.rows, workload.hiddenWidth)
    let (x, dy, y) = (buffer(rows * hidden), buffer(rows * hidden, seed: 2), buffer(rows * hidden))
    let sums = FloatBuffer(count: hidden)
    let wideX = Array(x.values.prefix(workload.length * hidden)).wide
    let shape = "\(rows) x \(hidden)"
    return [
      timing(
        "GELU", shape, elements: rows * hidden, naive: naive { wideX.map { NaiveKernel.activate(.gelu, $0) } }
      ) { Kernel.activate(.gelu, x.pointer, count: rows * hidden, into: y.pointer) },
      timing("the same backward", shape, elements: rows * hidden) {
        Kernel.activateBackward(
          .gelu, x: x.pointer, outputGradient: dy.pointer, count: rows * hidden, into: y.pointer)
      },
      timing("sum of two", shape, elements: rows * hidden) {
        Kernel.add(x.pointer, dy.pointer, count: rows * hidden, into: y.pointer)
      },
      timing(
        "sums of columns", shape, elements: rows * hidden,
        naive: naive { NaiveKernel.columnSums(wideX, rows: workload.length, columns: hidden) }
      ) {
        sums.clear()
        Kernel.addColumnSums(x.pointer, rows: rows, columns: hidden, into: sums.pointer)
      },
    ]
  }

  /// Once a step, not once a slice: the weights of one feed-forward layer.
  func optimizer() -> [KernelTiming] {
    let (width, hidden) = (workload.width, workload.hiddenWidth)
    let count = width * hidden
    let (p, g, m, v) = (buffer(count), buffer(count, seed: 2), FloatBuffer(count: count), FloatBuffer(count: count))
    let packed = FloatBuffer(
      count: max(
        Kernel.packedCount(depth: width, columns: hidden), Kernel.packedCount(depth: hidden, columns: width)))
    let optimizer = Optimizer.adamW(weightDecay: 0.01)
    return [
      timing("AdamW", "\(count)", elements: count) {
        optimizer.update(
          0..<count, at: 9, rate: 1e-3, gradientScale: 1, parameters: p, gradients: g.pointer, firstMoment: m,
          secondMoment: v)
      },
      timing("packing a weight", "\(width) x \(hidden)", elements: count) {
        Kernel.pack(
          MatrixView(base: p.pointer, rowStride: hidden, columnStride: 1), depth: width, columns: hidden,
          into: packed.pointer)
      },
      timing("packing its transpose", "\(hidden) x \(width)", elements: count) {
        Kernel.pack(
          MatrixView(base: p.pointer, rowStride: 1, columnStride: hidden), depth: hidden, columns: width,
          into: packed.pointer)
      },
    ]
  }
}
