/// A direction of a step. North is towards row 0.
package enum Direction: Int, CaseIterable, Sendable {
  case north, east, south, west

  /// The direction's bit in a cell's mask of openings.
  package var bit: UInt8 { 1 << UInt8(rawValue) }

  package var opposite: Direction { Direction(rawValue: rawValue ^ 2)! }

  /// The letter of its name.
  package var letter: Character { ["N", "E", "S", "W"][rawValue] }
}
