import Seeds

/// Graphs of so many vertices, told whole: as many pairs as vertices are drawn, and those that are loops are left out; the
/// others come in the order drawn, the smaller vertex first; a mark ends them; and then the distance between the first two
/// vertices.
package struct GenerativeGraphs: SequenceDistribution {
  package let vertexCount: Int

  package init(vertexCount: Int) {
    precondition(
      2...Graph.largestVertexCount ~= vertexCount, "There are no two vertices to ask about among \(vertexCount).")
    self.vertexCount = vertexCount
  }

  package var localName: String { "graphs-\(vertexCount)" }
  package var revision: Int { 1 }
  /// The vertices from 0 on, the mark, the distances 1 to n - 1, and "there is no way".
  package var vocabulary: Int { 2 * vertexCount + 1 }
  package var longest: Int { 2 * vertexCount + 2 }
  private var mark: Int { vertexCount }
  private var pairCount: Int { vertexCount * (vertexCount - 1) / 2 }

  package var parts: [SequencePart] {
    [
      SequencePart(
        "edges",
        entropy: Entropy.of(edgeCountProbabilities) + Double(vertexCount - 1) * Entropy.uniform(pairCount)),
      SequencePart("answer", entropy: 0),
    ]
  }

  /// `[vertexCount + 1]`: of so many edges; a pair is a loop with probability 1 / n.
  private var edgeCountProbabilities: [Double] {
    let loop = 1 / Double(vertexCount)
    var probability = (0..<vertexCount).reduce(1.0) { product, _ in product * loop }
    return (0...vertexCount).map { count in
      defer { probability *= Double(vertexCount - count) / Double(count + 1) * (1 - loop) / loop }
      return probability
    }
  }

  /// In this order: the two vertices of each pair.
  package func draw(using generator: inout Generator) -> KnownSequence {
    var edges: [Edge] = []
    for _ in 0..<vertexCount {
      let one = Draw.integer(in: 1...vertexCount, using: &generator)
      let other = Draw.integer(in: 1...vertexCount, using: &generator)
      if one != other { edges.append(Edge(one, other)) }
    }
    let distance = Graph(vertexCount: vertexCount, edges: edges).distance(from: 1, to: 2)
    let tokens = edges.flatMap { [Int($0.a) - 1, Int($0.b) - 1] } + [mark, mark + (distance ?? vertexCount)]
    return KnownSequence(tokens: tokens, partEnds: [tokens.count - 1, tokens.count])
  }

  package func conditionals(of sequence: KnownSequence) -> [[Double]] {
    let tokens = sequence.tokens
    let counts = edgeCountProbabilities
    var conditionals: [[Double]] = []
    for place in tokens.indices.dropLast() {
      var probabilities = [Double](repeating: 0, count: vocabulary)
      if place % 2 == 0 {
        let left = counts[(place / 2)...]
        probabilities[mark] = left[place / 2] / left.reduce(0, +)
        for vertex in 0..<vertexCount {
          probabilities[vertex] = (1 - probabilities[mark]) * Double(vertexCount - 1 - vertex) / Double(pairCount)
        }
      } else {
        let first = tokens[place - 1]
        for vertex in (first + 1)..<vertexCount { probabilities[vertex] = 1 / Double(vertexCount - 1 - first) }
      }
      conditionals.append(probabilities)
    }
    conditionals.append((0..<vocabulary).map { $0 == tokens[tokens.count - 1] ? 1 : 0 })
    return conditionals
  }
}
