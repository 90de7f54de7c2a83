import CSIMD

/// Sums that are reported or compared: in double precision, through 16 lanes and the fixed tree.
extension Kernel {
  /// The sum of (prediction - target)^2. Where asked for, gradient[i] = 2 scale (prediction - target).
  static func squaredError(
    predictions: UnsafePointer<Float>, targets: UnsafePointer<Float>, count: Int, scale: Float,
    gradient: UnsafeMutablePointer<Float>?
  ) -> Double {
    var sums = csimd_widen(csimd_broadcast(0))
    let factor = csimd_broadcast(2 * scale)
    for first in stride(from: 0, to: count, by: 16) {
      let lanes = Int32(min(16, count - first))
      let p = csimd_load_first(predictions + first, lanes)
      let t = csimd_load_first(targets + first, lanes)
      let error = csimd_widen(p) - csimd_widen(t)
      sums = csimd_fma_double(error, error, sums)
      if let gradient { csimd_store_first(gradient + first, lanes, (p - t) * factor) }
    }
    return csimd_sum_double(sums)
  }

  /// The sum of x^2.
  static func sumOfSquares(_ x: UnsafePointer<Float>, count: Int) -> Double {
    var sums = csimd_widen(csimd_broadcast(0))
    for first in stride(from: 0, to: count, by: 16) {
      let wide = csimd_widen(csimd_load_first(x + first, Int32(min(16, count - first))))
      sums = csimd_fma_double(wide, wide, sums)
    }
    return csimd_sum_double(sums)
  }
}
