/// A stream of random words: the Philox blocks of one key, counted from 0.
///
/// The words of a block come out in order, `w0` first. Two generators overlap only if both their seed and their index
/// agree. A stream has 2^64 blocks of four words.
package struct Generator: RandomNumberGenerator, Sendable {
  @usableFromInline let key0: UInt64
  @usableFromInline let key1: UInt64
  @usableFromInline let index: UInt64
  @usableFromInline var nextBlock: UInt64 = 0
  /// Words of the last block not handed out yet: the first `remaining` of these.
  @usableFromInline var w0: UInt64 = 0
  @usableFromInline var w1: UInt64 = 0
  @usableFromInline var w2: UInt64 = 0
  @usableFromInline var w3: UInt64 = 0
  @usableFromInline var remaining = 0

  /// The stream whose blocks are Philox(counter: (0, 1, 2, ...), 0, index, 0) under the key `(key0, key1)`.
  ///
  /// Ask a ``Seed`` for one rather than choosing a key by hand.
  @inlinable
  package init(key0: UInt64, key1: UInt64, index: UInt64) {
    (self.key0, self.key1, self.index) = (key0, key1, index)
  }

  /// The next 64 random bits.
  @inlinable
  package mutating func next() -> UInt64 {
    if remaining == 0 { refill() }
    remaining &-= 1
    let word = w0
    (w0, w1, w2) = (w1, w2, w3)
    return word
  }

  @inlinable
  mutating func refill() {
    let block = Philox.block(.init(nextBlock, 0, index, 0), key0: key0, key1: key1)
    (w0, w1, w2, w3) = (block.w0, block.w1, block.w2, block.w3)
    nextBlock &+= 1
    remaining = 4
  }
}
