import Seeds

/// Which two cells of a maze a path is asked between. They always differ, and a path always joins them.
package struct EndpointRule: Hashable, Sendable {
  package enum Cells: Hashable, Sendable {
    case any
    /// Cells that one passage leaves.
    case deadEnds
    /// These cells alone; those outside a maze do not count.
    case listed([Cell])
  }

  package let origin: Cells
  package let target: Cells

  package init(origin: Cells, target: Cells) {
    for case .listed(let cells) in [origin, target] {
      precondition(!cells.isEmpty, "A list of allowed cells that is empty allows no path.")
    }
    (self.origin, self.target) = (origin, target)
  }

  package static let anyTwo = EndpointRule(origin: .any, target: .any)

  /// Whether the two cells of a maze are as the rule says, apart from the path between them.
  package func allows(origin: Cell, target: Cell, in maze: Maze) -> Bool {
    origin != target && self.origin.contains(origin, in: maze) && self.target.contains(target, in: maze)
  }

  /// Two cells, every pair that is allowed and joined with the same probability; nil if there is none. One draw: the
  /// pair's place among all, by origin and then by target.
  func draw(in maze: Maze, isJoined: Bool, using generator: inout Generator) -> (origin: Cell, target: Cell)? {
    if isJoined && origin == .any && target == .any {
      let others = maze.cellCount - 1
      guard others > 0 else { return nil }
      let pair = Draw.integer(in: 0...(maze.cellCount * others - 1), using: &generator)
      let (origin, target) = (pair / others, pair % others)
      return (maze.cell(origin), maze.cell(target < origin ? target : target + 1))
    }
    return drawByCounting(in: maze, isJoined: isJoined, using: &generator)
  }

  private func drawByCounting(
    in maze: Maze, isJoined: Bool, using generator: inout Generator
  ) -> (origin: Cell, target: Cell)? {
    let parts = isJoined ? [Int](repeating: 0, count: maze.cellCount) : maze.components
    let isOrigin = origin.flags(in: maze)
    let isTarget = target.flags(in: maze)
    var targetCounts = [Int](repeating: 0, count: maze.cellCount)
    for cell in 0..<maze.cellCount where isTarget[cell] { targetCounts[parts[cell]] += 1 }
    let pairCounts = (0..<maze.cellCount).map { cell in
      isOrigin[cell] ? targetCounts[parts[cell]] - (isTarget[cell] ? 1 : 0) : 0
    }
    let total = pairCounts.reduce(0, +)
    guard total > 0 else { return nil }
    var rest = Draw.integer(in: 0...(total - 1), using: &generator)
    var origin = 0
    while rest >= pairCounts[origin] {
      rest -= pairCounts[origin]
      origin += 1
    }
    var target = -1
    for cell in 0..<maze.cellCount where isTarget[cell] && cell != origin && parts[cell] == parts[origin] {
      target = cell
      if rest == 0 { break }
      rest -= 1
    }
    return (maze.cell(origin), maze.cell(target))
  }
}

extension EndpointRule.Cells {
  func contains(_ cell: Cell, in maze: Maze) -> Bool {
    switch self {
    case .any: true
    case .deadEnds: maze.degree(cell) == 1
    case .listed(let cells): cells.contains(cell)
    }
  }

  /// By the number of the cell.
  fileprivate func flags(in maze: Maze) -> [Bool] {
    switch self {
    case .any: return [Bool](repeating: true, count: maze.cellCount)
    case .deadEnds: return maze.openings.map { $0.nonzeroBitCount == 1 }
    case .listed(let cells):
      var flags = [Bool](repeating: false, count: maze.cellCount)
      for cell in cells where maze.contains(cell) { flags[maze.number(of: cell)] = true }
      return flags
    }
  }
}
