import Seeds

extension MazeDraft {
  /// Takes all edges in a random order and opens those that join two parts not joined yet.
  mutating func joinByShuffledEdges(using generator: inout Generator) {
    /// Twice the cell at the north or west end, plus 1 where the edge leads south.
    var edges: [Int] = []
    edges.reserveCapacity(2 * cellCount)
    for cell in 0..<cellCount {
      if (cell + 1) % columns != 0 { edges.append(2 * cell) }
      if cell + columns < cellCount { edges.append(2 * cell + 1) }
    }
    Draw.shuffle(&edges, using: &generator)
    var parts = Parts(count: cellCount)
    var left = cellCount - 1
    for edge in edges {
      if left == 0 { break }
      let (cell, leadsSouth) = (edge / 2, edge & 1 == 1)
      guard parts.join(cell, cell + (leadsSouth ? columns : 1)) else { continue }
      open(cell, leadsSouth ? .south : .east)
      left -= 1
    }
  }

  /// Which cells are joined. Every cell knows its part, so most edges are refused by two loads; when two parts become one,
  /// the cells of the smaller learn it.
  private struct Parts {
    private var part: [Int]
    /// The next cell of the same part, round and round.
    private var next: [Int]
    /// By part: how many cells it has.
    private var sizes: [Int]

    init(count: Int) {
      part = Array(0..<count)
      next = part
      sizes = Array(repeating: 1, count: count)
    }

    /// False where they are joined already.
    mutating func join(_ one: Int, _ other: Int) -> Bool {
      var (kept, given) = (part[one], part[other])
      guard kept != given else { return false }
      var cell = other
      if sizes[kept] < sizes[given] {
        (kept, given) = (given, kept)
        cell = one
      }
      for _ in 0..<sizes[given] {
        part[cell] = kept
        cell = next[cell]
      }
      sizes[kept] += sizes[given]
      (next[one], next[other]) = (next[other], next[one])
      return true
    }
  }
}
