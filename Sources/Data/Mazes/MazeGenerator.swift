import Seeds

/// How a maze is drawn.
package enum MazeGenerator: Hashable, Sendable {
  /// A walk to random unreached neighbours that goes back where there are none: long corridors. Without forks it ends
  /// there, and the maze is one corridor.
  case depthFirst(MazeGrowth, forks: Bool)
  /// A tree that grows by a random edge out of all that leave it: many short dead ends.
  case prim(MazeGrowth)
  /// Every spanning tree with the same probability.
  case wilson
  /// The edges in a random order, without those that would close a cycle.
  case kruskal
  /// Areas cut in two by walls with one gap: long straight walls.
  case recursiveDivision
  /// Every passage with this probability, each alone. Parts may be cut off.
  case percolation(Probability)
  /// Depth-first, and then every wall is opened with this probability, each alone: cycles.
  case depthFirstPercolation(MazeGrowth, Probability)
  /// Depth-first, and then every passage is walled up with this probability, each alone: a forest, parts of which are cut
  /// off.
  case depthFirstForest(MazeGrowth, Probability)

  package static let depthFirst = MazeGenerator.depthFirst(.full, forks: true)
  package static let prim = MazeGenerator.prim(.full)

  /// The algorithm's name, without its options.
  package var name: String {
    switch self {
    case .depthFirst: "depth-first"
    case .prim: "prim"
    case .wilson: "wilson"
    case .kruskal: "kruskal"
    case .recursiveDivision: "recursive-division"
    case .percolation: "percolation"
    case .depthFirstPercolation: "depth-first-percolation"
    case .depthFirstForest: "depth-first-forest"
    }
  }

  /// Whether all cells of every maze drawn are joined.
  package var joinsEverything: Bool {
    switch self {
    case .depthFirst(let growth, let forks): growth.isFull && forks
    case .prim(let growth), .depthFirstPercolation(let growth, _): growth.isFull
    case .wilson, .kruskal, .recursiveDivision: true
    case .percolation(let chance): chance == .always
    case .depthFirstForest: false
    }
  }

  /// A maze of this size. It depends on nothing but the arguments.
  package func draw(rows: Int, columns: Int, using generator: inout Generator) -> Maze {
    var draft = MazeDraft(rows: rows, columns: columns)
    switch self {
    case .depthFirst(let growth, let forks): draft.growDepthFirst(growth, forks: forks, using: &generator)
    case .prim(let growth): draft.growByEdges(growth, using: &generator)
    case .wilson: draft.joinByErasedWalks(using: &generator)
    case .kruskal: draft.joinByShuffledEdges(using: &generator)
    case .recursiveDivision: draft.divide(using: &generator)
    case .percolation(let chance): draft.openWalls(chance, using: &generator)
    case .depthFirstPercolation(let growth, let chance):
      draft.growDepthFirst(growth, forks: true, using: &generator)
      draft.openWalls(chance, using: &generator)
    case .depthFirstForest(let growth, let chance):
      draft.growDepthFirst(growth, forks: true, using: &generator)
      draft.closePassages(chance, using: &generator)
    }
    return Maze(draft)
  }
}
