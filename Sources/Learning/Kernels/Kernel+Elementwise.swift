import CSIMD

/// Sums and products of whole buffers, element by element.
extension Kernel {
  /// out = a + b. `out` may be `a` or `b`.
  static func add(
    _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, count: Int, into out: UnsafeMutablePointer<Float>
  ) {
    let whole = count & ~15
    for i in stride(from: 0, to: whole, by: 16) { csimd_store(out + i, csimd_load(a + i) + csimd_load(b + i)) }
    let left = Int32(count - whole)
    if left > 0 {
      let sum = csimd_load_first(a + whole, left) + csimd_load_first(b + whole, left)
      csimd_store_first(out + whole, left, sum)
    }
  }

  /// out += x.
  static func accumulate(_ x: UnsafePointer<Float>, count: Int, into out: UnsafeMutablePointer<Float>) {
    add(out, x, count: count, into: out)
  }

  /// out = a b. `out` may be `a` or `b`.
  static func product(
    _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, count: Int, into out: UnsafeMutablePointer<Float>
  ) {
    for i in stride(from: 0, to: count, by: 16) {
      let lanes = Int32(min(16, count - i))
      csimd_store_first(out + i, lanes, csimd_load_first(a + i, lanes) * csimd_load_first(b + i, lanes))
    }
  }

  /// y = scale x + shift, the product and the sum rounded once: with a shift of minus zero, scale x. `y` may be `x`.
  static func affine(
    _ x: UnsafePointer<Float>, scale: Float, shift: Float, count: Int, into y: UnsafeMutablePointer<Float>
  ) {
    let (factor, summand) = (csimd_broadcast(scale), csimd_broadcast(shift))
    for i in stride(from: 0, to: count, by: 16) {
      let lanes = Int32(min(16, count - i))
      csimd_store_first(y + i, lanes, csimd_fma(csimd_load_first(x + i, lanes), factor, summand))
    }
  }

  /// gradient[c] += sum over r of x[r, c], rows in order.
  static func addColumnSums(
    _ x: UnsafePointer<Float>, rows: Int, columns: Int, into gradient: UnsafeMutablePointer<Float>
  ) {
    var column = 0
    // Four vectors at a time: four chains of additions hide each other's latency.
    while column + 64 <= columns {
      var sums = InlineArray<4, Lanes>(repeating: csimd_broadcast(0))
      for v in 0..<4 { sums[v] = csimd_load(gradient + column + 16 * v) }
      var row = x + column
      for _ in 0..<rows {
        for v in 0..<4 { sums[v] += csimd_load(row + 16 * v) }
        row += columns
      }
      for v in 0..<4 { csimd_store(gradient + column + 16 * v, sums[v]) }
      column += 64
    }
    while column < columns {
      let lanes = Int32(min(16, columns - column))
      var sum = csimd_load_first(gradient + column, lanes)
      for r in 0..<rows { sum += csimd_load_first(x + r * columns + column, lanes) }
      csimd_store_first(gradient + column, lanes, sum)
      column += 16
    }
  }
}
