import CSIMD

/// Sums along rows that are mostly shorter than a vector or two, for kernels with few keys: sixteen lanes, then the fixed
/// tree.
enum ShortRows {
  static func dot(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ count: Int) -> Float {
    var sum = csimd_broadcast(0)
    for d in stride(from: 0, to: count, by: 16) {
      let some = lanes(count - d)
      sum = csimd_fma(csimd_load_first(a + d, some), csimd_load_first(b + d, some), sum)
    }
    return csimd_sum(sum)
  }

  /// target += factor x.
  static func add(
    _ factor: Float, _ x: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, _ count: Int
  ) {
    let factor = csimd_broadcast(factor)
    for d in stride(from: 0, to: count, by: 16) {
      let some = lanes(count - d)
      csimd_store_first(
        target + d, some, csimd_fma(factor, csimd_load_first(x + d, some), csimd_load_first(target + d, some)))
    }
  }

  /// Scores become weights that sum to one.
  static func softmax(_ scores: UnsafeMutablePointer<Float>, _ count: Int) {
    let lowest = csimd_broadcast(-.infinity)
    var largest = lowest
    for i in stride(from: 0, to: count, by: 16) {
      largest = csimd_max(
        largest, csimd_first(lanes(count - i), csimd_load_first(scores + i, lanes(count - i)), lowest))
    }
    let shift = csimd_broadcast(csimd_largest(largest))
    var sum = csimd_broadcast(0)
    for i in stride(from: 0, to: count, by: 16) {
      let some = lanes(count - i)
      let power = csimd_exp(csimd_first(some, csimd_load_first(scores + i, some) - shift, lowest))
      csimd_store_first(scores + i, some, power)
      sum += power
    }
    let factor = csimd_broadcast(1 / csimd_sum(sum))
    for i in stride(from: 0, to: count, by: 16) {
      csimd_store_first(scores + i, lanes(count - i), csimd_load_first(scores + i, lanes(count - i)) * factor)
    }
  }

  /// Derivatives by weights become those by scores: weight (slope - sum of weight slope).
  static func softmaxSlopes(_ weights: UnsafePointer<Float>, _ slopes: UnsafeMutablePointer<Float>, _ count: Int) {
    let mean = csimd_broadcast(dot(weights, slopes, count))
    for i in stride(from: 0, to: count, by: 16) {
      let some = lanes(count - i)
      let slope = (csimd_load_first(slopes + i, some) - mean) * csimd_load_first(weights + i, some)
      csimd_store_first(slopes + i, some, slope)
    }
  }

  @inline(__always)
  private static func lanes(_ left: Int) -> Int32 { Int32(min(16, left)) }
}
