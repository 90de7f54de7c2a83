extension GraphSplit {
  /// Which vertex t is asked about; the label is d(1, t).
  package enum TargetRule: Hashable, Sendable {
    /// Always this vertex.
    case fixed(Int)
    /// The vertex at index k of a shortest path from 1 to 2, k in 1...d(1, 2) with probability proportional to k: t =
    /// 2 is the likeliest. With a bound, a graph whose t lies above it is drawn again.
    case onPath(atMost: Int?)
    /// Uniform in the range, whether the graph has such a vertex or not.
    case uniform(ClosedRange<Int>)
    /// Uniform among the vertices that the graph has, without the first.
    case anyVertex

    /// The targets that the rule can give in a graph of this size.
    package func targets(vertexCount: Int) -> ClosedRange<Int> {
      switch self {
      case .fixed(let vertex): vertex...vertex
      case .onPath(let bound): 2...min(bound ?? vertexCount, vertexCount)
      case .uniform(let range): range
      case .anyVertex: 2...vertexCount
      }
    }

    /// Vertex 1 is where paths start, and a target on a path needs a path.
    func check(with acceptance: Acceptance) {
      let possible = 2...Graph.largestVertexCount
      switch self {
      case .fixed(let vertex): precondition(possible.contains(vertex), "The target \(vertex) is not in \(possible).")
      case .uniform(let range):
        precondition(possible.contains(range), "The targets \(range) are not within \(possible).")
      case .anyVertex: break
      case .onPath(let bound):
        precondition(bound ?? 2 >= 2, "A path to vertex 2 always offers 2: a bound of \(bound ?? 2) refuses it.")
        precondition(acceptance.unreachable.numerator == 0, "A target on a path needs a path: refuse the unreachable.")
      }
    }
  }
}
