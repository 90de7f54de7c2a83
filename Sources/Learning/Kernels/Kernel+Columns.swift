import CSIMD

/// Matrices cut into columns and put together again.
extension Kernel {
  /// to[r, c] = from[r, c] for `rows` x `columns`, each with a row stride of its own. They do not overlap.
  static func copyColumns(
    _ from: UnsafePointer<Float>, rowStride: Int, rows: Int, columns: Int, into to: UnsafeMutablePointer<Float>,
    toStride: Int
  ) {
    for r in 0..<rows { (to + r * toStride).update(from: from + r * rowStride, count: columns) }
  }

  /// y[r, c] = sum over p of x[r, p columns + c], parts in order. x is [rows x parts columns], y [rows x columns].
  static func foldColumns(
    _ x: UnsafePointer<Float>, parts: Int, rows: Int, columns: Int, into y: UnsafeMutablePointer<Float>
  ) {
    for r in 0..<rows {
      let row = x + r * parts * columns
      for c in stride(from: 0, to: columns, by: 16) {
        let lanes = Int32(min(16, columns - c))
        var sum = csimd_load_first(row + c, lanes)
        for p in 1..<max(1, parts) { sum += csimd_load_first(row + p * columns + c, lanes) }
        csimd_store_first(y + r * columns + c, lanes, sum)
      }
    }
  }

  /// y[r, id] = 1 for each of the row's ids, all else 0; an id may stand there twice. ids is [rows x idsPerRow], y
  /// [rows x width]. The caller guarantees that every id is below the width.
  static func multiHot(
    ids: UnsafePointer<Int32>, idsPerRow: Int, rows: Int, width: Int, into y: UnsafeMutablePointer<Float>
  ) {
    y.update(repeating: 0, count: rows * width)
    for r in 0..<rows {
      for i in 0..<idsPerRow { y[r * width + Int(ids[r * idsPerRow + i])] = 1 }
    }
  }
}
