/// A direction of a step. North is towards row 0.
package enum Direction: Int, CaseIterable, Sendable {
  case north, east, south, west

  /// The direction's bit in a cell's mask of openings.
  package var bit: UInt8 { 1 << UInt8(rawValue) }

  package var opposite: Direction {
    switch self {
    case .north: .south
    case .east: .west
    case .south: .north
    case .west: .east
    }
  }
}

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
