import Seeds

extension MazeDraft {
  /// A part of the lattice that has no walls yet.
  private struct Area {
    let top: Int
    let left: Int
    let height: Int
    let width: Int

    /// A corridor needs no wall.
    var isDivisible: Bool { height > 1 && width > 1 }
  }

  /// Cuts open areas across their longer side, a square one either way, by a wall at a random place with one random
  /// gap, until all are corridors.
  mutating func divide(using generator: inout Generator) {
    openEverything()
    var areas = [Area(top: 0, left: 0, height: rows, width: columns)]
    while let area = areas.popLast() {
      guard area.isDivisible else { continue }
      let isAcross =
        area.height == area.width ? Draw.chance(1, of: 2, using: &generator) : area.height > area.width
      if isAcross {
        areas += wallAcross(area, using: &generator)
      } else {
        areas += wallDown(area, using: &generator)
      }
    }
  }

  /// A wall from west to east, south of a random row.
  private mutating func wallAcross(_ area: Area, using generator: inout Generator) -> [Area] {
    let height = Draw.integer(in: 1...(area.height - 1), using: &generator)
    let gap = Draw.integer(in: 0...(area.width - 1), using: &generator)
    let first = (area.top + height - 1) * columns + area.left
    for place in 0..<area.width where place != gap { close(first + place, .south) }
    return [
      Area(top: area.top, left: area.left, height: height, width: area.width),
      Area(top: area.top + height, left: area.left, height: area.height - height, width: area.width),
    ]
  }

  /// A wall from north to south, east of a random column.
  private mutating func wallDown(_ area: Area, using generator: inout Generator) -> [Area] {
    let width = Draw.integer(in: 1...(area.width - 1), using: &generator)
    let gap = Draw.integer(in: 0...(area.height - 1), using: &generator)
    let first = area.top * columns + area.left + width - 1
    for place in 0..<area.height where place != gap { close(first + place * columns, .east) }
    return [
      Area(top: area.top, left: area.left, height: area.height, width: width),
      Area(top: area.top, left: area.left + width, height: area.height, width: area.width - width),
    ]
  }
}
