import CSIMD

/// Rows of scores as distributions, and as the choice of the largest.
extension Kernel {
  /// x [rows x width], y = softmax of each row. `y` may be `x`.
  static func softmax(_ x: UnsafePointer<Float>, rows: Int, width: Int, into y: UnsafeMutablePointer<Float>) {
    for r in 0..<rows {
      let (row, out) = (x + r * width, y + r * width)
      let shift = csimd_broadcast(maximum(row, width))
      var sums = csimd_broadcast(0)
      for i in stride(from: 0, to: width, by: 16) {
        let lanes = Int32(min(16, width - i))
        let power = csimd_first(lanes, csimd_exp(csimd_load_first(row + i, lanes) - shift), csimd_broadcast(0))
        csimd_store_first(out + i, lanes, power)
        sums += power
      }
      let factor = csimd_broadcast(1 / csimd_sum(sums))
      for i in stride(from: 0, to: width, by: 16) {
        let lanes = Int32(min(16, width - i))
        csimd_store_first(out + i, lanes, csimd_load_first(out + i, lanes) * factor)
      }
    }
  }

  /// dx = y (dy - sum of y dy) for each row, with y the softmax. `dx` may be `dy`.
  static func softmaxBackward(
    y: UnsafePointer<Float>, outputGradient dy: UnsafePointer<Float>, rows: Int, width: Int,
    into dx: UnsafeMutablePointer<Float>
  ) {
    for r in 0..<rows {
      let (probabilities, slopes, out) = (y + r * width, dy + r * width, dx + r * width)
      var sums = csimd_broadcast(0)
      for i in stride(from: 0, to: width, by: 16) {
        let lanes = Int32(min(16, width - i))
        sums = csimd_fma(csimd_load_first(probabilities + i, lanes), csimd_load_first(slopes + i, lanes), sums)
      }
      let mean = csimd_broadcast(csimd_sum(sums))
      for i in stride(from: 0, to: width, by: 16) {
        let lanes = Int32(min(16, width - i))
        let slope = csimd_load_first(slopes + i, lanes) - mean
        csimd_store_first(out + i, lanes, csimd_load_first(probabilities + i, lanes) * slope)
      }
    }
  }

  /// 1 at the largest number of each row, the first of several, and 0 elsewhere. A row with a NaN becomes NaN: a choice
  /// must not hide that the model diverged. `y` may be `x`.
  static func chooseLargest(_ x: UnsafePointer<Float>, rows: Int, width: Int, into y: UnsafeMutablePointer<Float>) {
    for r in 0..<rows {
      let (row, out) = (x + r * width, y + r * width)
      var best = 0
      var isNumber = !row[0].isNaN
      for i in 1..<width {
        if row[i] > row[best] { best = i }
        if row[i].isNaN { isNumber = false }
      }
      out.update(repeating: isNumber ? 0 : .nan, count: width)
      if isNumber { out[best] = 1 }
    }
  }

  @inline(__always)
  private static func maximum(_ x: UnsafePointer<Float>, _ count: Int) -> Float {
    let lowest = csimd_broadcast(-.infinity)
    var largest = lowest
    for i in stride(from: 0, to: count, by: 16) {
      let lanes = Int32(min(16, count - i))
      largest = csimd_max(largest, csimd_first(lanes, csimd_load_first(x + i, lanes), lowest))
    }
    return csimd_largest(largest)
  }
}
