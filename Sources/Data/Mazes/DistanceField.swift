import Seeds

/// The distance of every cell of a maze to one target: breadth first, so each is the least number of steps.
///
/// Mazes with cycles can have several shortest paths between two cells.
package struct DistanceField: Hashable, Sendable {
  package let maze: Maze
  package let target: Cell
  /// By the number of the cell; -1 where no path leads to the target.
  private let steps: [Int32]

  fileprivate init(maze: Maze, target: Cell, steps: [Int32]) {
    (self.maze, self.target, self.steps) = (maze, target, steps)
  }

  /// The steps from a cell to the target, or nil where no path leads there.
  package func distance(from cell: Cell) -> Int? {
    let steps = steps[maze.number(of: cell)]
    return steps < 0 ? nil : Int(steps)
  }

  /// The directions that begin a shortest path, as bits: none at the target and where no path leads to it.
  package func bestDirections(from cell: Cell) -> UInt8 {
    let number = maze.number(of: cell)
    return bestDirections(from: number)
  }

  /// The shortest path from `origin` to the target, both included, that goes north rather than east, east rather than
  /// south and south rather than west, from the origin on; nil where there is none.
  package func path(from origin: Cell) -> [Cell]? {
    follow(from: origin) { Direction(rawValue: bestDirections(from: $0).trailingZeroBitCount)! }
  }

  /// How many shortest paths lead from `origin` to the target: 0 where no path does. More than `Int.max` count as
  /// `Int.max`.
  package func shortestPathCount(from origin: Cell) -> Int {
    guard distance(from: origin) != nil else { return 0 }
    return counts(from: maze.number(of: origin))[maze.number(of: origin)]
  }

  /// One of the shortest paths, each with the same probability as long as there are fewer than `Int.max`; nil where
  /// there is none. What is certain takes nothing from the generator.
  package func randomPath(from origin: Cell, using generator: inout Generator) -> [Cell]? {
    guard distance(from: origin) != nil else { return nil }
    let counts = counts(from: maze.number(of: origin))
    return follow(from: origin) { cell in
      let ways = bestDirections(from: cell)
      if ways.nonzeroBitCount == 1 { return Direction(rawValue: ways.trailingZeroBitCount)! }
      let weights = Directions(ways).map { (direction: $0, count: counts[maze.neighbour(of: cell, $0)]) }
      let total = weights.reduce(0) { DistanceField.saturatingSum($0, $1.count) }
      var rest = Draw.integer(in: 0...(total - 1), using: &generator)
      for (direction, count) in weights {
        if rest < count { return direction }
        rest -= count
      }
      return weights[weights.count - 1].direction
    }
  }

  private func follow(from origin: Cell, _ choose: (Int) -> Direction) -> [Cell]? {
    guard let distance = distance(from: origin) else { return nil }
    var path = [origin]
    path.reserveCapacity(distance + 1)
    var cell = origin
    for _ in 0..<distance {
      cell = cell.step(choose(maze.number(of: cell)))
      path.append(cell)
    }
    return path
  }

  private func bestDirections(from number: Int) -> UInt8 {
    var best: UInt8 = 0
    for direction in Directions(maze.openings[number])
    where steps[maze.neighbour(of: number, direction)] == steps[number] - 1 {
      best |= direction.bit
    }
    return best
  }

  /// The number of shortest paths to the target of each cell that lies on one from `origin`: cells nearer first.
  private func counts(from origin: Int) -> [Int] {
    var layers = [[origin]]
    var seen = [Bool](repeating: false, count: steps.count)
    for _ in 0..<steps[origin] {
      var next: [Int] = []
      for cell in layers[layers.count - 1] {
        for direction in Directions(bestDirections(from: cell)) {
          let neighbour = maze.neighbour(of: cell, direction)
          if !seen[neighbour] { next.append(neighbour) }
          seen[neighbour] = true
        }
      }
      layers.append(next)
    }
    var counts = [Int](repeating: 0, count: steps.count)
    counts[maze.number(of: target)] = 1
    for cell in layers.dropLast().reversed().joined() {
      counts[cell] = Directions(bestDirections(from: cell)).reduce(0) {
        DistanceField.saturatingSum($0, counts[maze.neighbour(of: cell, $1)])
      }
    }
    return counts
  }

  private static func saturatingSum(_ one: Int, _ other: Int) -> Int {
    let (sum, overflow) = one.addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}

extension Maze {
  /// The distance of every cell to `target`.
  package func distances(to target: Cell) -> DistanceField {
    let goal = number(of: target)
    let steps = [Int32](unsafeUninitializedCapacity: cellCount) { steps, count in
      count = cellCount
      steps.initialize(repeating: -1)
      steps[goal] = 0
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: cellCount) { queue in
        queue[0] = Int32(goal)
        search(from: queue, into: steps)
      }
    }
    return DistanceField(maze: self, target: target, steps: steps)
  }

  /// The length of a shortest path, or nil where there is none.
  package func distance(from origin: Cell, to target: Cell) -> Int? { distances(to: target).distance(from: origin) }

  /// Breadth first from the one cell in the queue. Every cell enters the queue once.
  private func search(from queue: UnsafeMutableBufferPointer<Int32>, into steps: UnsafeMutableBufferPointer<Int32>) {
    openings.withUnsafeBufferPointer { openings in
      var (head, tail) = (0, 1)
      while head < tail {
        let cell = Int(queue[head])
        head += 1
        let next = steps[cell] + 1
        let ways = openings[cell]
        func reach(_ neighbour: Int) {
          guard steps[neighbour] < 0 else { return }
          steps[neighbour] = next
          queue[tail] = Int32(neighbour)
          tail += 1
        }
        if ways & 0b0001 != 0 { reach(cell - columns) }
        if ways & 0b0010 != 0 { reach(cell + 1) }
        if ways & 0b0100 != 0 { reach(cell + columns) }
        if ways & 0b1000 != 0 { reach(cell - 1) }
      }
    }
  }
}
