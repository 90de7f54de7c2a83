@testable import Learning

extension NaiveKernel {
  /// x [rows x width], scaled, without the columns that this key drops.
  static func dropout(_ x: [Double], probability: Double, key: UInt64, width: Int) -> [Double] {
    x.enumerated().map { index, value in
      let word = scramble(scramble(UInt32(index % width) ^ UInt32(key & 0xffff_ffff)) ^ UInt32(key >> 32))
      return Double(word) < (probability * 0x1p32).rounded(.down) ? 0 : value / (1 - probability)
    }
  }

  /// The last step of MurmurHash3.
  private static func scramble(_ word: UInt32) -> UInt32 {
    var word = word
    word ^= word >> 16
    word &*= 0x85eb_ca6b
    word ^= word >> 13
    word &*= 0xc2b2_ae35
    word ^= word >> 16
    return word
  }
}
