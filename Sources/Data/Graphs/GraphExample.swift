/// A graph, the vertex asked about, and the answer.
package struct GraphExample: Hashable, Sendable {
  /// Its place in the split.
  package let index: Int
  package let graph: Graph
  package let target: Int
  /// d(1, target), or the split's label for what cannot be reached.
  package let label: Int
  /// d(1, 2) in the same convention: what a model that ignores the target answers.
  package let distanceToTwo: Int

  package init(index: Int, graph: Graph, target: Int, label: Int, distanceToTwo: Int) {
    (self.index, self.graph, self.target) = (index, graph, target)
    (self.label, self.distanceToTwo) = (label, distanceToTwo)
  }
}
