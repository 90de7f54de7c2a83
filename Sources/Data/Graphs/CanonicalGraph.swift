/// A graph up to the names of its vertices: equal for two graphs exactly if one becomes the other by renaming.
///
/// Marked vertices keep their roles: they are renamed 1, 2, ... in the order marked. Duplicate edges count once, and
/// vertices without edges do not count unless they are marked.
package struct CanonicalGraph: Hashable, Sendable {
  /// The marked vertices and those with edges.
  package let vertexCount: Int
  /// Sorted, each once.
  package let edges: [Edge]
}

extension Graph {
  /// The canonical form that fixes `marked`. A marked vertex that the graph does not have counts as one without edges.
  ///
  /// Exact for every graph. Sparse graphs take microseconds; a dense one with much symmetry can take long.
  package func canonicalForm(fixing marked: [Int]) -> CanonicalGraph {
    precondition(
      Set(marked).count == marked.count && marked.allSatisfy { 1...Graph.largestVertexCount ~= $0 },
      "Marked vertices are different numbers in 1...\(Graph.largestVertexCount), unlike \(marked).")
    var neighbours = neighbourMasks
    while neighbours.count < marked.max() ?? 0 { neighbours.append(0) }
    let places = marked.map { $0 - 1 }
    var others: UInt64 = 0
    for place in neighbours.indices where neighbours[place] != 0 && !places.contains(place) {
      others |= 1 << UInt64(place)
    }
    return CanonicalGraph(
      vertexCount: marked.count + others.nonzeroBitCount,
      edges: CanonicalSearch.smallestEdges(neighbours: neighbours, marked: places, others: others))
  }
}

extension GraphExample {
  /// The key of the leak meter: two examples with the same key ask the same question, whatever their vertices are
  /// called. Vertex 1 and the target are marked, in this order.
  package var canonicalForm: CanonicalGraph { graph.canonicalForm(fixing: [1, target]) }
}
