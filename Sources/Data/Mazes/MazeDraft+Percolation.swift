import Seeds

extension MazeDraft {
  /// Opens each wall between two cells with this probability, each alone: row by row, the one to the east before the
  /// one to the south. Only walls take a draw.
  mutating func openWalls(_ chance: Probability, using generator: inout Generator) {
    let eastAndSouth = Direction.east.bit | Direction.south.bit
    for cell in 0..<cellCount {
      for direction in Directions(inside[cell] & ~openings[cell] & eastAndSouth) {
        if Draw.chance(chance.numerator, of: chance.denominator, using: &generator) { open(cell, direction) }
      }
    }
  }

  /// Walls up each passage with this probability, each alone, in the same order. Only passages take a draw.
  mutating func closePassages(_ chance: Probability, using generator: inout Generator) {
    let eastAndSouth = Direction.east.bit | Direction.south.bit
    for cell in 0..<cellCount {
      for direction in Directions(openings[cell] & eastAndSouth) {
        if Draw.chance(chance.numerator, of: chance.denominator, using: &generator) { close(cell, direction) }
      }
    }
  }
}
