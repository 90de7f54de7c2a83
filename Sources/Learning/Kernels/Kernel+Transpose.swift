import CSIMD

extension Kernel {
  /// to[c, r] = from[r, c] for `rows` x `columns`; rows rows...<paddedRows of `from` count as zero, so that a row of `to`
  /// is written up to `paddedRows`, a multiple of 16.
  static func transpose(
    _ from: UnsafePointer<Float>, rowStride: Int, rows: Int, columns: Int,
    into to: UnsafeMutablePointer<Float>, toStride: Int, paddedRows: Int
  ) {
    for column in stride(from: 0, to: columns, by: 16) {
      let width = min(16, columns - column)
      for row in stride(from: 0, to: paddedRows, by: 16) {
        let height = max(0, min(16, rows - row))
        block(
          from + row * rowStride + column, rowStride, height, width, to + column * toStride + row, toStride)
      }
    }
  }

  /// One block of at most 16 x 16: four perfect shuffles of its rows transpose it.
  @inline(__always)
  private static func block(
    _ from: UnsafePointer<Float>, _ fromStride: Int, _ height: Int, _ width: Int,
    _ to: UnsafeMutablePointer<Float>, _ toStride: Int
  ) {
    var rows = InlineArray<16, Lanes>(repeating: csimd_broadcast(0))
    if height == 16 {
      for r in 0..<16 { rows[r] = csimd_load_first(from + r * fromStride, Int32(width)) }
    } else {
      for r in 0..<height { rows[r] = csimd_load_first(from + r * fromStride, Int32(width)) }
    }
    for _ in 0..<4 {
      let before = rows
      for r in 0..<8 {
        rows[2 * r] = csimd_interleave_low(before[r], before[r + 8])
        rows[2 * r + 1] = csimd_interleave_high(before[r], before[r + 8])
      }
    }
    for c in 0..<width { csimd_store(to + c * toStride, rows[c]) }
  }
}
