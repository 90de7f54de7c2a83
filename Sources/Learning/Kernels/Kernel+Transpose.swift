import CSIMD

extension Kernel {
  /// to[c, r] = from[r, c] for `rows` x `columns`. The rows of `to` are written up to the next multiple of 16, with zeros.
  static func transpose(
    _ from: UnsafePointer<Float>, rowStride: Int, rows: Int, columns: Int,
    into to: UnsafeMutablePointer<Float>, toStride: Int
  ) {
    for c in stride(from: 0, to: columns, by: 16) {
      for r in stride(from: 0, to: rows, by: 16) {
        csimd_transpose(
          from + r * rowStride + c, rowStride, Int32(min(16, rows - r)), Int32(min(16, columns - c)),
          to + c * toStride + r, toStride)
      }
    }
  }
}
