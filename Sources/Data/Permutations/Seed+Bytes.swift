import Seeds

extension Seed {
  /// The child of a list of bytes: of their number, then of seven at a time, the first lowest.
  func child(bytes: UnsafeBufferPointer<UInt8>) -> Seed { child(bytes.count).descendant(bytes) }

  func child(bytes: [UInt8]) -> Seed { bytes.withUnsafeBufferPointer { child(bytes: $0) } }

  /// What `child(bytes:)` is to the parent of this one, which is the child of their number.
  func descendant(_ bytes: UnsafeBufferPointer<UInt8>) -> Seed {
    var seed = self
    var start = 0
    // Eight bytes are read at once where there are as many; the last of them belongs to the next seven.
    while start + 8 <= bytes.count {
      let word = UnsafeRawPointer(bytes.baseAddress! + start).loadUnaligned(as: UInt64.self).littleEndian
      seed = seed.child(Int(word & (1 << 56 - 1)))
      start += 7
    }
    while start < bytes.count {
      let end = min(start + 7, bytes.count)
      var word = 0
      for place in (start..<end).reversed() { word = word << 8 | Int(bytes[place]) }
      seed = seed.child(word)
      start = end
    }
    return seed
  }
}
