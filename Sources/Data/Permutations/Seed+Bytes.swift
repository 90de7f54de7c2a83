import Seeds

extension Seed {
  /// The child of a list of bytes: of their number, then of seven at a time, the first lowest.
  func child(bytes: UnsafeBufferPointer<UInt8>) -> Seed {
    var seed = child(bytes.count)
    var start = 0
    while start < bytes.count {
      let end = min(start + 7, bytes.count)
      var word = 0
      for place in (start..<end).reversed() { word = word << 8 | Int(bytes[place]) }
      seed = seed.child(word)
      start = end
    }
    return seed
  }

  func child(bytes: [UInt8]) -> Seed { bytes.withUnsafeBufferPointer { child(bytes: $0) } }
}
