/// The Philox4x64-10 block function: 256 bits of counter and 128 bits of key in, 256 random bits out.
///
/// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011, and the constants
/// of their library Random123. A function of its arguments alone: any block can be asked for without the ones before
/// it.
@usableFromInline
package enum Philox {
  /// Four words: a counter on the way in, random bits on the way out.
  @usableFromInline
  package struct Block: Hashable, Sendable {
    @usableFromInline package var w0: UInt64
    @usableFromInline package var w1: UInt64
    @usableFromInline package var w2: UInt64
    @usableFromInline package var w3: UInt64

    @inlinable
    package init(_ w0: UInt64, _ w1: UInt64, _ w2: UInt64, _ w3: UInt64) {
      (self.w0, self.w1, self.w2, self.w3) = (w0, w1, w2, w3)
    }
  }

  /// The words for `counter` under the key `(key0, key1)`.
  @inlinable
  package static func block(_ counter: Block, key0: UInt64, key1: UInt64) -> Block {
    var state = counter
    var (key0, key1) = (key0, key1)
    for _ in 0..<10 {
      let even = state.w0.multipliedFullWidth(by: 0xD2E7_470E_E14C_6C93)
      let odd = state.w2.multipliedFullWidth(by: 0xCA5A_8263_9512_1157)
      state = Block(odd.high ^ state.w1 ^ key0, odd.low, even.high ^ state.w3 ^ key1, even.low)
      key0 &+= 0x9E37_79B9_7F4A_7C15  // Weyl steps: the fractions of the golden ratio,
      key1 &+= 0xBB67_AE85_84CA_A73B  // and of the square root of 3.
    }
    return state
  }
}
