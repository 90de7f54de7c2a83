import Seeds

extension GraphSplit.Structure {
  /// The edges of a graph of this size, in the order they are kept. Of everything but pairs, which a draft draws itself.
  ///
  /// In this order: what the structure draws; a random order of the vertices, the k-th of which is named k; and a random
  /// order of the edges, which were sorted before.
  func edges(vertexCount: Int, using generator: inout Generator) -> [Edge] {
    let plan = plan(vertexCount, using: &generator)
    guard self != .line else { return plan.map { Edge($0.0, $0.1) } }
    let names = Draw.permutation(of: vertexCount, using: &generator).map { $0 + 1 }
    var edges = plan.map { Edge(names[$0.0 - 1], names[$0.1 - 1]) }.sorted()
    Draw.shuffle(&edges, using: &generator)
    return edges
  }

  /// The edges before vertices have their names.
  private func plan(_ count: Int, using generator: inout Generator) -> [(Int, Int)] {
    switch self {
    case .pairs: preconditionFailure("Pairs are drawn by a draft.")
    case .tree: return Self.tree(1...count, using: &generator)
    case .path: return (1..<count).map { ($0, $0 + 1) }
    case .grid: return Self.grid(rows: Self.rows(of: count), columns: count / Self.rows(of: count))
    case .cliqueWithTail(let clique):
      return (1..<clique).flatMap { a in (a + 1...clique).map { (a, $0) } } + (clique..<count).map { ($0, $0 + 1) }
    case .preferentialAttachment: return Self.attachments(count, using: &generator)
    case .twoTrees:
      let half = (count + 1) / 2
      return Self.tree(1...half, using: &generator) + Self.tree(half + 1...count, using: &generator)
    case .line: return [(1, count)] + stride(from: count, to: 2, by: -1).map { ($0, $0 - 1) }
    }
  }

  /// The tree on these vertices whose Prüfer sequence is drawn: every sequence belongs to one tree.
  private static func tree(_ vertices: ClosedRange<Int>, using generator: inout Generator) -> [(Int, Int)] {
    guard vertices.count > 2 else { return vertices.count == 2 ? [(vertices.lowerBound, vertices.upperBound)] : [] }
    let sequence = (0..<vertices.count - 2).map { _ in Draw.integer(in: vertices, using: &generator) }
    var edgesLeft = [Int](repeating: 1, count: vertices.upperBound + 1)  // by vertex
    for vertex in sequence { edgesLeft[vertex] += 1 }
    var edges: [(Int, Int)] = []
    for vertex in sequence {
      let leaf = vertices.first { edgesLeft[$0] == 1 }!
      edges.append((leaf, vertex))
      edgesLeft[leaf] -= 1
      edgesLeft[vertex] -= 1
    }
    let last = vertices.filter { edgesLeft[$0] == 1 }
    return edges + [(last[0], last[1])]
  }

  private static func grid(rows: Int, columns: Int) -> [(Int, Int)] {
    (1...rows * columns).flatMap { cell -> [(Int, Int)] in
      let right = cell % columns == 0 ? [] : [(cell, cell + 1)]
      let below = cell + columns > rows * columns ? [] : [(cell, cell + columns)]
      return right + below
    }
  }

  /// An end of an edge, chosen uniformly, is a vertex in proportion to its edges.
  private static func attachments(_ count: Int, using generator: inout Generator) -> [(Int, Int)] {
    var ends = [1, 2]
    for vertex in 3..<max(3, count + 1) {
      ends += [ends[Draw.integer(in: 0...ends.count - 1, using: &generator)], vertex]
    }
    return stride(from: 0, to: ends.count, by: 2).map { (ends[$0], ends[$0 + 1]) }
  }
}
