import Seeds

/// How many pairs of mazes in a sample are the same maze, turned or mirrored, whatever their ends.
///
/// Independent of how many are drawn, the share of such pairs estimates the probability that two mazes coincide; a
/// held-out set without portions would repeat a training set of N mazes in about N times that share of its mazes.
package struct MazeCollisions: Hashable, Sendable {
  package let pairCount: Int
  package let equalPairCount: Int

  package init(_ mazes: some Sequence<Maze>) {
    var counts: [CanonicalMaze: Int] = [:]
    for maze in mazes { counts[maze.canonicalForm, default: 0] += 1 }
    let total = counts.values.reduce(0, +)
    pairCount = total * (total - 1) / 2
    equalPairCount = counts.values.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
  }

  package var share: Double { pairCount == 0 ? 0 : Double(equalPairCount) / Double(pairCount) }

  /// The share of `asked` whose maze is among `shown`, turned or mirrored.
  package static func leak(of asked: [Maze], from shown: [Maze]) -> Double {
    precondition(!asked.isEmpty, "Nothing asked has no leak.")
    let known = Set(shown.map(\.canonicalForm))
    return Double(asked.count { known.contains($0.canonicalForm) }) / Double(asked.count)
  }
}
