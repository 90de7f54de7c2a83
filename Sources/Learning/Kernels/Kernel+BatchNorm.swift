import CSIMD

/// Batch norm: y = (x - mean) / deviation * scale + shift for each column, by the mean and the biased variance over the
/// rows. Lanes run over the columns, so each sum is one chain over the rows in order.
extension Kernel {
  /// x and y are [rows x width], and may be the same; all others [width]. Without a scale it is 1. Saves the mean, the
  /// variance, over `rows - 1` where asked for, and 1 / sqrt(biased variance + epsilon).
  static func batchNorm(
    _ x: UnsafePointer<Float>, scale: UnsafePointer<Float>?, shift: UnsafePointer<Float>, epsilon: Float, rows: Int,
    width: Int, isUnbiased: Bool, into y: UnsafeMutablePointer<Float>, mean: UnsafeMutablePointer<Float>,
    variance: UnsafeMutablePointer<Float>, inverseDeviation: UnsafeMutablePointer<Float>
  ) {
    precondition(rows > (isUnbiased ? 1 : 0), "A batch of \(rows) rows has no variance.")
    let count = csimd_broadcast(Float(rows))
    let others = csimd_broadcast(Float(isUnbiased ? rows - 1 : rows))
    for c in stride(from: 0, to: width, by: 16) {
      let lanes = Int32(min(16, width - c))
      var sum = csimd_broadcast(0)
      for r in 0..<rows { sum += csimd_load_first(x + r * width + c, lanes) }
      let center = sum / count
      var squares = csimd_broadcast(0)
      for r in 0..<rows {
        let d = csimd_load_first(x + r * width + c, lanes) - center
        squares = csimd_fma(d, d, squares)
      }
      let inverse = csimd_broadcast(1) / csimd_sqrt(squares / count + csimd_broadcast(epsilon))
      normalize(x + c, width, rows, lanes, center, inverse, scale.map { $0 + c }, shift + c, y + c)
      csimd_store_first(mean + c, lanes, center)
      csimd_store_first(variance + c, lanes, squares / others)
      csimd_store_first(inverseDeviation + c, lanes, inverse)
    }
  }

  /// The same by a mean and a variance that are given.
  static func normalize(
    _ x: UnsafePointer<Float>, mean: UnsafePointer<Float>, variance: UnsafePointer<Float>,
    scale: UnsafePointer<Float>?, shift: UnsafePointer<Float>, epsilon: Float, rows: Int, width: Int,
    into y: UnsafeMutablePointer<Float>
  ) {
    for c in stride(from: 0, to: width, by: 16) {
      let lanes = Int32(min(16, width - c))
      let squares = csimd_load_first(variance + c, lanes) + csimd_broadcast(epsilon)
      let inverse = csimd_broadcast(1) / csimd_sqrt(squares)
      let center = csimd_load_first(mean + c, lanes)
      normalize(x + c, width, rows, lanes, center, inverse, scale.map { $0 + c }, shift + c, y + c)
    }
  }

  /// Writes `inputGradient`, which may be `outputGradient`; adds to `scaleGradient`, where there is a scale, and to
  /// `shiftGradient`. With n = (x - mean) / deviation: dx = scale (dy - mean(dy) - n mean(dy n)) / deviation.
  static func batchNormBackward(
    x: UnsafePointer<Float>, scale: UnsafePointer<Float>?, mean: UnsafePointer<Float>,
    inverseDeviation: UnsafePointer<Float>, outputGradient dy: UnsafePointer<Float>, rows: Int, width: Int,
    inputGradient dx: UnsafeMutablePointer<Float>, scaleGradient: UnsafeMutablePointer<Float>?,
    shiftGradient: UnsafeMutablePointer<Float>
  ) {
    let count = csimd_broadcast(Float(rows))
    for c in stride(from: 0, to: width, by: 16) {
      let lanes = Int32(min(16, width - c))
      let center = csimd_load_first(mean + c, lanes)
      let inverse = csimd_load_first(inverseDeviation + c, lanes)
      var sum = csimd_broadcast(0)
      var product = csimd_broadcast(0)
      for at in stride(from: c, to: rows * width, by: width) {
        let d = csimd_load_first(dy + at, lanes)
        sum += d
        product = csimd_fma(d, (csimd_load_first(x + at, lanes) - center) * inverse, product)
      }
      csimd_store_first(shiftGradient + c, lanes, csimd_load_first(shiftGradient + c, lanes) + sum)
      if let scaleGradient {
        csimd_store_first(scaleGradient + c, lanes, csimd_load_first(scaleGradient + c, lanes) + product)
      }
      let factor = scale.map { csimd_load_first($0 + c, lanes) * inverse } ?? inverse
      let (means, projections) = (sum / count, product / count)
      for at in stride(from: c, to: rows * width, by: width) {
        let normal = (csimd_load_first(x + at, lanes) - center) * inverse
        let d = csimd_load_first(dy + at, lanes)
        csimd_store_first(dx + at, lanes, csimd_fma(-normal, projections, d - means) * factor)
      }
    }
  }

  /// At most 16 columns of all rows.
  @inline(__always)
  private static func normalize(
    _ x: UnsafePointer<Float>, _ width: Int, _ rows: Int, _ lanes: Int32, _ center: Lanes, _ inverse: Lanes,
    _ scale: UnsafePointer<Float>?, _ shift: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>
  ) {
    let scales = scale.map { csimd_load_first($0, lanes) } ?? csimd_broadcast(1)
    let shifts = csimd_load_first(shift, lanes)
    for r in 0..<rows {
      let normal = (csimd_load_first(x + r * width, lanes) - center) * inverse
      csimd_store_first(y + r * width, lanes, csimd_fma(normal, scales, shifts))
    }
  }
}
