import Data
import Reports

extension GraphDrawing {
  /// With one shortest path from vertex 1 to the target; none where there is no way.
  package init(of example: GraphExample) {
    self.init(
      labels: (1...example.graph.vertexCount).map(String.init),
      edges: example.graph.edges.map { Link(Int($0.a) - 1, Int($0.b) - 1) },
      path: example.graph.shortestPath(to: example.target).map { $0 - 1 })
  }
}

extension Graph {
  /// The vertices of a shortest path from vertex 1, both ends included; empty where there is none. Of several, the one
  /// whose vertices, read from the end, are smallest.
  func shortestPath(to end: Int) -> [Int] {
    let distances = distances(from: 1)
    // A question may be about a vertex that the graph does not have.
    guard distances.indices.contains(end - 1), let length = distances[end - 1] else { return [] }
    var path = [end]
    for step in (0..<length).reversed() {
      let here = path[path.count - 1]
      let neighbours = edges.compactMap { edge in
        Int(edge.a) == here ? Int(edge.b) : Int(edge.b) == here ? Int(edge.a) : nil
      }
      // The neighbour that the search came from is there, or `here` would not be at its distance.
      path.append(neighbours.filter { distances[$0 - 1] == step }.min()!)
    }
    return path.reversed()
  }
}
