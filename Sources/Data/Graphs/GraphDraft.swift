import Seeds

/// A graph that is drawn again and again until a split accepts it: room for the largest, used over and over. Only
/// what is accepted becomes a ``Graph``. Places count from 0 here: vertex v is place v - 1 and bit v - 1.
struct GraphDraft {
  /// Room for two pairs a vertex.
  static let mostPairs = 2 * Graph.largestVertexCount

  private(set) var vertexCount = 0
  private var pairCount = 0
  /// The pairs drawn, four in each; the last may have some to spare.
  private var batches = [Draw.Eight](repeating: .init(), count: (mostPairs + 3) / 4)
  /// The edges of a graph that was not drawn as pairs.
  private var built: [Edge]?
  /// The neighbours of each vertex as bits; with its own bit where a loop was drawn, which changes no distance.
  private var neighbours = [UInt64](repeating: 0, count: Graph.largestVertexCount)

  mutating func redraw(_ structure: GraphSplit.Structure, vertexCount: Int, using generator: inout Generator) {
    self.vertexCount = vertexCount
    if case .pairs(let count, let per) = structure {
      drawPairs(vertexCount * count / per, using: &generator)
    } else {
      build(structure.edges(vertexCount: vertexCount, using: &generator))
    }
  }

  private mutating func build(_ edges: [Edge]) {
    let graph = Graph(vertexCount: vertexCount, edges: edges)
    neighbours.replaceSubrange(0..<vertexCount, with: graph.neighbourMasks)
    built = edges
  }

  /// Draws so many pairs, both ends uniform with replacement. Four pairs take one batch of eight draws.
  private mutating func drawPairs(_ count: Int, using generator: inout Generator) {
    pairCount = count
    built = nil
    let vertexCount = vertexCount
    batches.withUnsafeMutableBufferPointer { batches in
      neighbours.withUnsafeMutableBufferPointer { neighbours in
        for place in 0..<vertexCount { neighbours[place] = 0 }
        for start in stride(from: 0, to: count, by: 4) {
          let batch = Draw.eight(below: vertexCount, using: &generator)
          batches[start / 4] = batch
          for pair in 0..<min(count - start, 4) {
            let (u, v) = (batch[2 * pair], batch[2 * pair + 1])
            neighbours[u] |= 1 << UInt64(v)
            neighbours[v] |= 1 << UInt64(u)
          }
        }
      }
    }
  }

  /// The distance between two vertices, or nil where there is no path or no such vertex.
  func distance(from start: Int, to end: Int) -> Int? {
    guard end <= vertexCount else { return nil }
    return neighbours.withUnsafeBufferPointer { neighbours in
      let goal: UInt64 = 1 << UInt64(end - 1)
      var frontier: UInt64 = 1 << UInt64(start - 1)
      var visited = frontier
      var step = 0
      while frontier & goal == 0 {
        var reached: UInt64 = 0
        while frontier != 0 {
          reached |= neighbours[frontier.trailingZeroBitCount]
          frontier &= frontier - 1
        }
        frontier = reached & ~visited
        visited |= reached
        step += 1
        if frontier == 0 { return nil }
      }
      return step
    }
  }

  /// The vertices of a shortest path from 1 to 2, both included; 2 must be reachable.
  ///
  /// The search is breadth first and looks at edges in draw order: a vertex hangs on the vertex that saw it first.
  /// The order of drawing knows no names, so no vertex is favoured for its number; a search by number would put small
  /// ones on the path.
  func shortestPathToTwo() -> [Int] {
    let edges = edges
    var parent = [Int](repeating: 0, count: vertexCount + 1)
    var queue = [1]
    var next = 0
    while parent[2] == 0 {
      precondition(next < queue.count, "There is no path from vertex 1 to vertex 2.")
      let vertex = queue[next]
      next += 1
      for edge in edges where Int(edge.a) == vertex || Int(edge.b) == vertex {
        let other = Int(edge.a) + Int(edge.b) - vertex
        guard other != 1 && parent[other] == 0 else { continue }
        parent[other] = vertex
        queue.append(other)
      }
    }
    var path = [2]
    while let last = path.last, last != 1 { path.append(parent[last]) }
    return path.reversed()
  }

  /// What was drawn, to keep.
  var graph: Graph { Graph(vertexCount: vertexCount, edges: edges) }

  /// The pairs in draw order without the loops. Duplicates stay.
  private var edges: [Edge] {
    if let built { return built }
    var edges: [Edge] = []
    edges.reserveCapacity(pairCount)
    for pair in 0..<pairCount {
      let (u, v) = (batches[pair / 4][pair % 4 * 2], batches[pair / 4][pair % 4 * 2 + 1])
      if u != v { edges.append(Edge(u + 1, v + 1)) }
    }
    return edges
  }
}
