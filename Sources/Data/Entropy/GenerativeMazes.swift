import Seeds

/// Mazes without cycles, told whole: the passages in random order, each by its two cells; the origin, another cell as the
/// target; and the cells of the path after the origin. A token a cell, and nothing between.
///
/// Every tree, order and pair of ends has the same probability, so the logarithm of a sequence's probability is minus the
/// entropy, whichever it is.
package struct GenerativeMazes: SequenceDistribution {
  package let rows: Int
  package let columns: Int
  /// Whether the smaller cell of a passage comes first, or either.
  package let sortsCells: Bool
  /// What draws the trees. The entropies and conditionals are those of uniform trees whatever it is: a network that learned
  /// those can be asked about others, and still knows all that there is to know when it answers with them.
  package let generator: MazeGenerator

  package init(rows: Int, columns: Int, sortsCells: Bool = false, generator: MazeGenerator = .wilson) {
    precondition(
      2...25 ~= rows * columns && Maze.spanningTreeCount(rows: rows, columns: columns) != nil,
      "The trees of \(rows) x \(columns) cells are not counted: of 2 to 25 cells they are.")
    precondition(generator.joinsEverything, "\(generator.name) does not join all cells.")
    (self.rows, self.columns, self.sortsCells, self.generator) = (rows, columns, sortsCells, generator)
  }

  var cellCount: Int { rows * columns }
  private var passageCount: Int { cellCount - 1 }

  package var localName: String {
    let told = sortsCells ? "-sorted" : ""
    return "trees-\(rows)x\(columns)\(told)" + (generator == .wilson ? "" : "-\(generator.name)")
  }
  package var revision: Int { 1 }
  package var vocabulary: Int { cellCount }
  package var longest: Int { 2 * passageCount + 2 + passageCount }

  package var treeCount: Int { Maze.spanningTreeCount(rows: rows, columns: columns)! }

  package var parts: [SequencePart] {
    let turns = sortsCells ? 0 : Double(passageCount) * Entropy.uniform(2)
    return [
      SequencePart("edges", entropy: Entropy.uniform(treeCount) + Entropy.order(of: passageCount) + turns),
      SequencePart("ends", entropy: Entropy.uniform(cellCount) + Entropy.uniform(cellCount - 1)),
      SequencePart("path", entropy: 0),
    ]
  }

  /// In this order: the tree, the order of passages and their turns, the ends.
  package func draw(using random: inout Generator) -> KnownSequence {
    let maze = generator.draw(rows: rows, columns: columns, using: &random)
    var tokens: [Int] = []
    tokens.reserveCapacity(longest)
    for (from, to) in maze.shuffledPassages(using: &random) {
      let cells = (maze.number(of: from), maze.number(of: to))
      tokens.append(sortsCells ? min(cells.0, cells.1) : cells.0)
      tokens.append(sortsCells ? max(cells.0, cells.1) : cells.1)
    }
    let ends = EndpointRule.anyTwo.draw(in: maze, isJoined: true, using: &random)!
    tokens.append(maze.number(of: ends.origin))
    tokens.append(maze.number(of: ends.target))
    let path = maze.distances(to: ends.target).path(from: ends.origin)!
    for cell in path.dropFirst() { tokens.append(maze.number(of: cell)) }
    return sequence(tokens)
  }

  func sequence(_ tokens: [Int]) -> KnownSequence {
    KnownSequence(tokens: tokens, partEnds: [2 * passageCount, 2 * passageCount + 2, tokens.count])
  }
}
