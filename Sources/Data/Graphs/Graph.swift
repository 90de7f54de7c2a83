/// An undirected graph on the vertices 1...vertexCount. The edges keep the order they were drawn in, and their
/// duplicates.
package struct Graph: Hashable, Sendable {
  /// A vertex is a bit of a word, so a graph has at most 64.
  package static let largestVertexCount = 64

  package let vertexCount: Int
  package let edges: [Edge]

  package init(vertexCount: Int, edges: [Edge]) {
    precondition(
      1...Graph.largestVertexCount ~= vertexCount,
      "A graph has 1...\(Graph.largestVertexCount) vertices, not \(vertexCount).")
    for edge in edges {
      precondition(edge.b <= vertexCount, "The edge \(edge) leaves the vertices 1...\(vertexCount).")
    }
    (self.vertexCount, self.edges) = (vertexCount, edges)
  }
}

extension Graph: CustomStringConvertible {
  package var description: String {
    "\(vertexCount) vertices: " + (edges.isEmpty ? "no edges" : edges.map(\.description).joined(separator: " "))
  }
}
