import CSIMD

extension Kernel {
  /// average += (x - average) fraction. A fraction of 1 gives x itself, to the bit.
  static func blend(
    _ x: UnsafePointer<Float>, fraction: Float, count: Int, into average: UnsafeMutablePointer<Float>
  ) {
    guard fraction != 1 else { return average.update(from: x, count: count) }
    let fractions = csimd_broadcast(fraction)
    for first in stride(from: 0, to: count, by: 16) {
      let lanes = Int32(min(16, count - first))
      let old = csimd_load_first(average + first, lanes)
      let change = csimd_load_first(x + first, lanes) - old
      csimd_store_first(average + first, lanes, csimd_fma(change, fractions, old))
    }
  }
}
