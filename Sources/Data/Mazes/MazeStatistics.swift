import Seeds

/// What a sample of a split looks like. Sums of integers, so exact, but for the random walk's.
package struct MazeStatistics: Hashable, Sendable {
  package private(set) var count = 0
  /// How often a path has each number of steps: n at place n.
  package private(set) var pathLengthCounts: [Int] = []
  /// How often a path has each number of forks.
  package private(set) var forkCounts: [Int] = []
  package private(set) var deadEndCount = 0
  package private(set) var cellCount = 0
  /// Examples with more than one shortest path.
  package private(set) var tieCount = 0
  private var walkProbability = 0.0

  package init(_ examples: some Sequence<MazeExample>) {
    for example in examples { count(example) }
  }

  package init() {}

  package mutating func count(_ example: MazeExample) {
    let (maze, path) = (example.maze, example.path)
    count += 1
    MazeStatistics.add(path.count - 1, to: &pathLengthCounts)
    MazeStatistics.add(maze.forks(on: path).count, to: &forkCounts)
    deadEndCount += maze.openings.count { $0.nonzeroBitCount == 1 }
    cellCount += maze.cellCount
    walkProbability += maze.randomWalkProbability(of: path)
    let field = maze.distances(to: example.solved.target)
    if field.shortestPathCount(from: example.solved.origin) > 1 { tieCount += 1 }
  }

  package var meanPathLength: Double { mean(of: pathLengthCounts) }
  package var meanForkCount: Double { mean(of: forkCounts) }
  /// The share of examples with more than one shortest path.
  package var tieShare: Double { Double(tieCount) / Double(checkedCount) }
  /// The share of cells that one passage leaves.
  package var deadEndShare: Double { Double(deadEndCount) / Double(max(cellCount, 1)) }
  /// The probability that a walk which never turns back and chooses at random goes along the label.
  package var randomWalkExactness: Double { walkProbability / Double(checkedCount) }

  /// The least number of steps that at least this share of the paths do not exceed.
  package func pathLength(quantile: Double) -> Int {
    var below = 0
    for (length, count) in pathLengthCounts.enumerated() {
      below += count
      if Double(below) >= quantile * Double(checkedCount) { return length }
    }
    return pathLengthCounts.count - 1
  }

  private static func add(_ value: Int, to counts: inout [Int]) {
    while counts.count <= value { counts.append(0) }
    counts[value] += 1
  }

  private func mean(of counts: [Int]) -> Double {
    Double(counts.enumerated().reduce(0) { $0 + $1.offset * $1.element }) / Double(checkedCount)
  }

  private var checkedCount: Int {
    precondition(count > 0, "Statistics of no examples have no means.")
    return count
  }
}

extension MazeSplit {
  /// The statistics of the first `count` examples.
  package func statistics(seed: Seed, count: Int) -> MazeStatistics {
    var statistics = MazeStatistics()
    for start in stride(from: 0, to: count, by: 4096) {
      for example in examples(start..<min(start + 4096, count), seed: seed) { statistics.count(example) }
    }
    return statistics
  }
}
