import Seeds

extension GraphSplit {
  /// The most edges that one of its graphs can have.
  package var mostEdges: Int { sizes.map { structure.mostEdges(vertexCount: $0) }.max()! }

  /// How a graph of n vertices is drawn. All but `pairs` and `line` give each vertex every number with the same
  /// probability, and their edges come in random order.
  package enum Structure: Hashable, Sendable {
    /// `count` pairs for every `per` vertices, rounded down; both ends uniform with replacement, loops dropped,
    /// duplicates kept. The paper's is one pair a vertex.
    case pairs(_ count: Int, per: Int)
    /// Each of the n^(n-2) trees with the same probability (Prüfer, 1918).
    case tree
    /// A path through all vertices.
    case path
    /// r rows of c, r being the largest divisor of n that is no larger than c.
    case grid
    /// All edges between the first so many vertices, and a path that goes on from the last of them.
    case cliqueWithTail(_ clique: Int)
    /// A tree that grows vertex by vertex: each new one hangs on an old one with a probability in proportion to how
    /// many edges that has (Barabási and Albert, 1999, with one edge a vertex).
    case preferentialAttachment
    /// A tree of the first half of the vertices, rounded up, and one of the rest.
    case twoTrees
    /// The path 1, n, n - 1, ..., 2: nothing is random. With 15 vertices, the paper's probe.
    case line

    /// The most edges that a graph of this size can have.
    package func mostEdges(vertexCount: Int) -> Int {
      switch self {
      case .pairs(let count, let per): vertexCount * count / per
      case .tree, .path, .preferentialAttachment, .line: vertexCount - 1
      case .grid: 2 * vertexCount - Self.rows(of: vertexCount) - vertexCount / Self.rows(of: vertexCount)
      case .cliqueWithTail(let clique): clique * (clique - 1) / 2 + vertexCount - clique
      case .twoTrees: vertexCount - 2
      }
    }

    /// Whether there is such a graph of this size, with vertices 1 and 2.
    func exists(vertexCount: Int) -> Bool {
      switch self {
      case .pairs(let count, let per):
        count > 0 && per > 0 && vertexCount * count / per <= GraphDraft.mostPairs
      case .tree, .path, .preferentialAttachment, .line: vertexCount >= 2
      case .grid: Self.rows(of: vertexCount) >= 2
      case .cliqueWithTail(let clique): 3...vertexCount ~= clique
      case .twoTrees: vertexCount >= 4
      }
    }

    static func rows(of vertexCount: Int) -> Int {
      (1...vertexCount).last { $0 * $0 <= vertexCount && vertexCount.isMultiple(of: $0) }!
    }
  }
}
