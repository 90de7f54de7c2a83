import CSIMD

extension Kernel {
  /// y = x / (1 - probability), or 0 where the column's random word lies below the probability; x and y are
  /// [rows x width], and may be the same. The words depend on the key and the column: all rows lose the same columns.
  static func dropout(
    _ x: UnsafePointer<Float>, probability: Double, key: UInt64, rows: Int, width: Int,
    into y: UnsafeMutablePointer<Float>
  ) {
    let threshold = UInt32(probability * 0x1p32)
    let scale = csimd_broadcast(Float(1 / (1 - probability)))
    let (key0, key1) = (UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32))
    for column in stride(from: 0, to: width, by: 16) {
      let lanes = Int32(min(16, width - column))
      let words = csimd_random(key0, key1, UInt32(column))
      for r in 0..<rows {
        let at = r * width + column
        csimd_store_first(y + at, lanes, csimd_drop(csimd_load_first(x + at, lanes) * scale, words, threshold))
      }
    }
  }
}
