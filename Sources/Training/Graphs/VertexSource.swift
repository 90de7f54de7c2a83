import Data
import Learning
import Seeds

/// A split of graphs as a looped network reads it: a token a vertex, and the edges as links. Vertex 1 comes first and the
/// target last, so it is read at the last token; the order says nothing else, because links alone connect tokens.
///
/// A target that the graph does not have is a vertex without edges: nothing reaches it.
package struct VertexSource: ExampleSource {
  /// What the first id of a token says.
  enum Role: Int32, CaseIterable { case other, start, target }

  /// What kind a link is of. The last is of those alone who link every vertex to every other.
  package enum LinkKind: Int, CaseIterable { case itself, edge, apart }

  /// How many kinds of links there are.
  package static func linkKinds(linksAll: Bool = false) -> Int { LinkKind.allCases.count - (linksAll ? 0 : 1) }

  /// The ids: a role, or a role and a number.
  package static func vocabulary(isNamed: Bool) -> Int {
    Role.allCases.count + (isNamed ? Graph.largestVertexCount : 0)
  }

  let split: GraphSplit
  /// Whether a token also says which number its vertex has. What is not named cannot depend on names.
  let isNamed: Bool
  /// Whether vertices without an edge are linked too, as another kind.
  var linksAll = false
  let seed: Seed
  /// What a larger label becomes; nil for none.
  var labelsAtMost: Int?

  package var idsPerToken: Int { isNamed ? 2 : 1 }
  /// A target past the last vertex is one more.
  package var longest: Int { split.sizes.upperBound + 1 }

  package func append(_ indices: Range<Int>, to batch: inout Batch) {
    for example in split.examples(indices, seed: seed) { append(example, to: &batch) }
  }

  private func append(_ example: GraphExample, to batch: inout Batch) {
    let graph = example.graph
    let order = [1] + (2...graph.vertexCount).filter { $0 != example.target } + [example.target]
    var places = [Int](repeating: 0, count: Graph.largestVertexCount + 1)  // by vertex
    var ids: [Int32] = []
    for (place, vertex) in order.enumerated() {
      places[vertex] = place
      let role: Role = vertex == 1 ? .start : vertex == example.target ? .target : .other
      ids.append(role.rawValue)
      if isNamed { ids.append(Int32(Role.allCases.count + vertex - 1)) }
    }
    batch.append(ids: ids, targets: CollectionOfOne(Float(min(example.label, labelsAtMost ?? .max))))

    let neighbours = graph.neighbourMasks
    for (place, vertex) in order.enumerated() {
      var links = [(place: place, kind: LinkKind.itself.rawValue)]
      var rest = vertex <= graph.vertexCount ? neighbours[vertex - 1] : 0
      while rest != 0 {
        links.append((places[rest.trailingZeroBitCount + 1], LinkKind.edge.rawValue))
        rest &= rest - 1
      }
      if linksAll {
        let linked = Set(links.map(\.place))
        links += order.indices.filter { !linked.contains($0) }.map { ($0, LinkKind.apart.rawValue) }
      }
      batch.link(to: links)
    }
  }
}
