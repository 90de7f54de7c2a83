/// A maze up to turning and mirroring, with the ends of a path or without: equal for two mazes exactly if one becomes
/// the other.
///
/// Rows and columns at the border whose cells have no passage do not count, so a maze within a larger frame is that
/// maze.
package struct CanonicalMaze: Hashable, Sendable {
  /// Not more than the columns.
  package let rows: Int
  package let columns: Int
  /// Four bits a cell, 16 cells a word, the first cell lowest: the openings.
  fileprivate let words: [UInt64]
  /// Numbers of cells, or -1.
  fileprivate let origin: Int32
  fileprivate let target: Int32

  /// A number that is the same on every machine and in every process, unlike `hashValue`.
  package var stableHash: UInt64 {
    var state: UInt64 = 0
    func absorb(_ word: UInt64) {
      // The increment and the finaliser of SplitMix64 (Steele, Lea and Flood, 2014): every bit reaches every other.
      state = (state ^ word) &+ 0x9E37_79B9_7F4A_7C15
      state = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      state = (state ^ state >> 27) &* 0x94D0_49BB_1331_11EB
      state ^= state >> 31
    }
    absorb(UInt64(rows) << 32 | UInt64(columns))
    for word in words { absorb(word) }
    absorb(UInt64(UInt32(bitPattern: origin)) << 32 | UInt64(UInt32(bitPattern: target)))
    return state
  }
}

extension Maze {
  /// The form of the maze alone: what training and held-out mazes are told apart by.
  package var canonicalForm: CanonicalMaze { canonicalForm(origin: nil, target: nil) }

  /// The form of the maze with its two ends.
  package func canonicalForm(origin: Cell, target: Cell) -> CanonicalMaze {
    canonicalForm(origin: Optional(origin), target: Optional(target))
  }

  private func canonicalForm(origin: Cell?, target: Cell?) -> CanonicalMaze {
    let window = MazeWindow(self, origin: origin, target: target)
    return window.smallestImage
  }
}

/// The part of a maze that has passages, as bytes that a symmetry permutes: openings in the low four bits, 16 at the
/// origin, 32 at the target.
private struct MazeWindow {
  private let rows: Int
  private let columns: Int
  private let marks: [UInt8]

  init(_ maze: Maze, origin: Cell?, target: Cell?) {
    var all = maze.openings
    if let origin { all[maze.number(of: origin)] |= 16 }
    if let target { all[maze.number(of: target)] |= 32 }
    let isRowUsed = { row in all[(row * maze.columns)..<((row + 1) * maze.columns)].contains { $0 != 0 } }
    let isColumnUsed = { column in (0..<maze.rows).contains { all[$0 * maze.columns + column] != 0 } }
    guard let top = (0..<maze.rows).first(where: isRowUsed), let bottom = (0..<maze.rows).last(where: isRowUsed),
      let left = (0..<maze.columns).first(where: isColumnUsed),
      let right = (0..<maze.columns).last(where: isColumnUsed)
    else {
      (rows, columns, marks) = (0, 0, [])
      return
    }
    (rows, columns) = (bottom - top + 1, right - left + 1)
    if rows == maze.rows && columns == maze.columns {
      marks = all
    } else {
      marks = (top...bottom).flatMap { all[($0 * maze.columns + left)...($0 * maze.columns + right)] }
    }
  }

  /// A symmetry as the way that its image is read: from a corner, along rows or along columns.
  private struct Reading {
    let first: Int
    let rowStride: Int
    let columnStride: Int
    /// What becomes of each mask of four openings.
    let masks: [UInt8]
  }

  /// The images that have no more rows than columns: eight of a square, four of anything else.
  private var readings: [Reading] {
    var readings: [Reading] = []
    for transposed in [false, true] where rows == columns || transposed == (rows > columns) {
      for flippedRows in [false, true] {
        for flippedColumns in [false, true] {
          let down = flippedRows ? -columns : columns
          let along = flippedColumns ? -1 : 1
          readings.append(
            Reading(
              first: (flippedRows ? (rows - 1) * columns : 0) + (flippedColumns ? columns - 1 : 0),
              rowStride: transposed ? along : down, columnStride: transposed ? down : along,
              masks: MazeWindow.masks[(transposed ? 4 : 0) + (flippedRows ? 2 : 0) + (flippedColumns ? 1 : 0)]))
        }
      }
    }
    return readings
  }

  /// For each symmetry, flips first and then the transposition, the image of each mask.
  private static let masks: [[UInt8]] = (0..<8).map { symmetry in
    (0..<16).map { mask in
      Directions(UInt8(mask)).reduce(UInt8(0)) { image, direction in
        var direction = direction
        if symmetry & 2 != 0 && direction.rawValue % 2 == 0 { direction = direction.opposite }
        if symmetry & 1 != 0 && direction.rawValue % 2 == 1 { direction = direction.opposite }
        // The diagonal from the north-west exchanges north with west and east with south.
        return image | (symmetry & 4 == 0 ? direction : Direction(rawValue: 3 - direction.rawValue)!).bit
      }
    }
  }

  /// The image whose bytes come first in alphabetical order.
  var smallestImage: CanonicalMaze {
    let (height, width) = (min(rows, columns), max(rows, columns))
    guard height > 0 else { return CanonicalMaze(rows: 0, columns: 0, words: [], origin: -1, target: -1) }
    return marks.withUnsafeBufferPointer { marks in
      let readings = readings
      var best = readings[0]
      for reading in readings.dropFirst() where MazeWindow.precedes(reading, best, marks, height, width) {
        best = reading
      }
      return MazeWindow.pack(best, marks, height, width)
    }
  }

  private static func precedes(
    _ one: Reading, _ other: Reading, _ marks: UnsafeBufferPointer<UInt8>, _ height: Int, _ width: Int
  ) -> Bool {
    for row in 0..<height {
      var places = (one.first + row * one.rowStride, other.first + row * other.rowStride)
      for _ in 0..<width {
        let bytes = (byte(marks[places.0], one), byte(marks[places.1], other))
        if bytes.0 != bytes.1 { return bytes.0 < bytes.1 }
        places = (places.0 + one.columnStride, places.1 + other.columnStride)
      }
    }
    return false
  }

  private static func byte(_ mark: UInt8, _ reading: Reading) -> UInt8 {
    mark & 0xF0 | reading.masks[Int(mark & 0x0F)]
  }

  private static func pack(
    _ reading: Reading, _ marks: UnsafeBufferPointer<UInt8>, _ height: Int, _ width: Int
  ) -> CanonicalMaze {
    var words = [UInt64](repeating: 0, count: (height * width + 15) / 16)
    var (origin, target, number) = (Int32(-1), Int32(-1), 0)
    for row in 0..<height {
      for column in 0..<width {
        let byte = byte(marks[reading.first + row * reading.rowStride + column * reading.columnStride], reading)
        words[number / 16] |= UInt64(byte & 0x0F) << UInt64(number % 16 * 4)
        if byte & 16 != 0 { origin = Int32(number) }
        if byte & 32 != 0 { target = Int32(number) }
        number += 1
      }
    }
    return CanonicalMaze(rows: height, columns: width, words: words, origin: origin, target: target)
  }
}
