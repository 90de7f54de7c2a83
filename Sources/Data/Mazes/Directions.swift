/// The directions whose bits are set in a mask, in the order north, east, south, west.
struct Directions: Sequence, IteratorProtocol {
  private var left: UInt8

  init(_ mask: UInt8) { left = mask }

  mutating func next() -> Direction? {
    guard left != 0 else { return nil }
    defer { left &= left - 1 }
    return Direction(rawValue: left.trailingZeroBitCount)
  }
}
