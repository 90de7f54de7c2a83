extension Graph {
  /// The length of a shortest path between two vertices, or nil where there is none.
  package func distance(from start: Int, to end: Int) -> Int? {
    precondition(1...vertexCount ~= end, "Vertex \(end) is not one of 1...\(vertexCount).")
    return distances(from: start)[end - 1]
  }

  /// The distance of every vertex from `start`, vertex 1 at place 0; nil where there is no path.
  package func distances(from start: Int) -> [Int?] {
    precondition(1...vertexCount ~= start, "Vertex \(start) is not one of 1...\(vertexCount).")
    let neighbours = neighbourMasks
    var distances = [Int?](repeating: nil, count: vertexCount)
    var visited: UInt64 = 0
    var frontier: UInt64 = 1 << UInt64(start - 1)
    var step = 0
    while frontier != 0 {
      visited |= frontier
      var reached: UInt64 = 0
      while frontier != 0 {
        let place = frontier.trailingZeroBitCount
        frontier &= frontier - 1
        distances[place] = step
        reached |= neighbours[place]
      }
      frontier = reached & ~visited
      step += 1
    }
    return distances
  }

  /// The neighbours of each vertex as a set of bits: bit v - 1 for vertex v.
  package var neighbourMasks: [UInt64] {
    var masks = [UInt64](repeating: 0, count: vertexCount)
    for edge in edges {
      masks[Int(edge.a) - 1] |= 1 << UInt64(edge.b - 1)
      masks[Int(edge.b) - 1] |= 1 << UInt64(edge.a - 1)
    }
    return masks
  }
}
