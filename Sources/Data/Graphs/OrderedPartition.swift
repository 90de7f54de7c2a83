/// The places of a graph in an ordered list of cells, each a set of bits. It is refined only by what does not depend
/// on names.
struct OrderedPartition {
  private(set) var cells: [UInt64]

  /// The marked places in cells of their own, in order, and all others in one cell after them.
  init(marked: [Int], others: UInt64) {
    cells = marked.map { 1 << UInt64($0) } + (others == 0 ? [] : [others])
  }

  /// Colour refinement (Weisfeiler and Leman, 1968): splits cells by how many neighbours their members have in each
  /// cell, fewer first, until every member of a cell has as many as the others.
  mutating func refine(_ neighbours: [UInt64]) {
    var splitter = 0
    var unchanged = 0
    while unchanged < cells.count {
      let before = cells.count
      split(by: cells[splitter], neighbours)
      unchanged = cells.count == before ? unchanged + 1 : 0
      splitter = splitter + 1 < cells.count ? splitter + 1 : 0
    }
  }

  /// Takes `place` out of its cell into one of its own just before the rest.
  mutating func individualize(_ place: Int, ofCell cell: Int) {
    let bit: UInt64 = 1 << UInt64(place)
    cells[cell] &= ~bit
    cells.insert(bit, at: cell)
  }

  /// Splits every cell by the number of neighbours in `splitter`.
  private mutating func split(by splitter: UInt64, _ neighbours: [UInt64]) {
    var cell = 0
    while cell < cells.count {
      let members = cells[cell]
      if members & (members - 1) != 0 && !isEven(members, splitter, neighbours) {
        let parts = parts(of: members, splitter, neighbours)
        cells.replaceSubrange(cell...cell, with: parts)
        cell += parts.count
      } else {
        cell += 1
      }
    }
  }

  /// Whether all members have as many neighbours in `splitter`.
  private func isEven(_ members: UInt64, _ splitter: UInt64, _ neighbours: [UInt64]) -> Bool {
    let first = (neighbours[members.trailingZeroBitCount] & splitter).nonzeroBitCount
    var rest = members & (members - 1)
    while rest != 0 {
      if (neighbours[rest.trailingZeroBitCount] & splitter).nonzeroBitCount != first { return false }
      rest &= rest - 1
    }
    return true
  }

  /// The members by their number of neighbours in `splitter`, fewer first.
  private func parts(of members: UInt64, _ splitter: UInt64, _ neighbours: [UInt64]) -> [UInt64] {
    var parts: [UInt64] = []
    var left = members
    var degree = 0
    while left != 0 {
      var part: UInt64 = 0
      var rest = left
      while rest != 0 {
        let place = rest.trailingZeroBitCount
        rest &= rest - 1
        if (neighbours[place] & splitter).nonzeroBitCount == degree { part |= 1 << UInt64(place) }
      }
      if part != 0 { parts.append(part) }
      left &= ~part
      degree += 1
    }
    return parts
  }
}
