import Data
import Learning
import Seeds

/// Graphs of a split, as one of the networks reads them.
package struct GraphExamples: TaskExamples {
  package enum Reading: Sendable, Hashable {
    /// A token an edge, as the paper reads them.
    case edges
    /// The same under other numbers of the vertices, so that small graphs have large ones.
    case renamedEdges
    /// A token a vertex and a link an edge. Where vertices are named, their numbers are seen too.
    case vertices(named: Bool)
    /// The same without names, where every vertex has a link to every other: an edge is a kind of link.
    case linkedVertices
    /// A token a vertex, which knows its neighbours, and one for the answer: of graphs of one size.
    case search
  }

  package let split: GraphSplit
  package let reading: Reading

  package init(split: GraphSplit, reading: Reading) {
    self.split = split
    self.reading = reading
  }

  package static var family: String { "graphs" }
  package var name: String { split.name }
  package var seedLabel: String { split.localName }
  package var revision: Int { split.revision }

  package func source(seed: Seed, labelsAtMost most: Int?) -> any ExampleSource {
    switch reading {
    case .edges: return GraphSource(split: split, seed: seed, labelsAtMost: most)
    case .renamedEdges: return GraphSource(split: split, isRenamed: true, seed: seed, labelsAtMost: most)
    case .vertices(let isNamed): return VertexSource(split: split, isNamed: isNamed, seed: seed, labelsAtMost: most)
    case .linkedVertices:
      return VertexSource(split: split, isNamed: false, linksAll: true, seed: seed, labelsAtMost: most)
    case .search:
      precondition(most == nil, "The labels of \(name) are those of the search.")
      return SearchSource(split: split, seed: seed)
    }
  }

  package func fingerprint(seed: Seed, count: Int) -> String { split.fingerprint(seed: seed, count: count) }

  package func keys(_ indices: Range<Int>, seed: Seed) -> [ExampleKey] {
    split.examples(indices, seed: seed).map { ExampleKey($0.canonicalForm) }
  }

  /// The distance: 1 to 4 are classes 0 to 3, larger ones 4, and 5 is that there is no way.
  package func classes(_ indices: Range<Int>, seed: Seed) -> [Int] {
    split.examples(indices, seed: seed).map { $0.label >= split.unreachableLabel ? 5 : min($0.label, 5) - 1 }
  }
}

extension Examples {
  package static func graphs(_ split: GraphSplit) -> Examples {
    Examples(GraphExamples(split: split, reading: .edges))
  }

  package static func renamedGraphs(_ split: GraphSplit) -> Examples {
    Examples(GraphExamples(split: split, reading: .renamedEdges))
  }

  package static func vertices(_ split: GraphSplit, named isNamed: Bool = false) -> Examples {
    Examples(GraphExamples(split: split, reading: .vertices(named: isNamed)))
  }

  package static func linkedVertices(_ split: GraphSplit) -> Examples {
    Examples(GraphExamples(split: split, reading: .linkedVertices))
  }

  package static func searches(_ split: GraphSplit) -> Examples {
    Examples(GraphExamples(split: split, reading: .search))
  }
}
