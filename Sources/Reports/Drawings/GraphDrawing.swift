/// Vertices on a circle and the lines between them.
package struct GraphDrawing: Equatable, Sendable {
  /// What stands in each vertex.
  package var labels: [String]
  package var edges: [Link]
  /// Vertices along the way from the start to the target, both included.
  package var path: [Int]

  package struct Link: Equatable, Hashable, Sendable {
    package var from: Int
    package var to: Int

    package init(_ from: Int, _ to: Int) {
      self.from = from
      self.to = to
    }
  }

  package init(labels: [String], edges: [Link], path: [Int]) {
    (self.labels, self.edges, self.path) = (labels, edges, path)
  }
}
