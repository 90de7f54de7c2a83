import Data
import Results
import Seeds

extension GraphSplit {
  package static let sampleLine =
    #"{"index":0,"n":5,"edges":[[1,3],[2,4]],"target":2,"label":15,"split":"graphs/train"}"#

  package func jsonLines(_ indices: Range<Int>, seed: Seed) -> [UInt8] {
    examples(indices, seed: seed).flatMap { Array("\($0.jsonLine(split: self))\n".utf8) }
  }

  /// The columns of the same names hold what the JSON lines hold. `tokens` is what `GraphSource` reads, padded with
  /// zeros to the split's longest sequence, so that every export of a split has the same shape.
  package func columns(_ indices: Range<Int>, seed: Seed) -> [ExampleColumn] {
    let examples = examples(indices, seed: seed)
    guard sizes.upperBound < GraphExample.targetToken else { return head(examples) + [edges(examples)] }
    let longest = mostEdges + 1
    let tokens = examples.flatMap { example -> [Int32] in
      let ids = example.tokenPairs.flatMap { [Int32($0.0), Int32($0.1)] }
      return ids + Array(repeating: Int32(GraphExample.padToken), count: 2 * longest - ids.count)
    }
    return head(examples) + [
      ExampleColumn(
        "length", examples.map { Int32($0.tokenPairs.count) }, "tokens before the padding: the edges, and the question"),
      ExampleColumn(
        "tokens", tokens, rowShape: [longest, 2],
        "an edge a token, of its two vertices 1...15; then (target, 16); then (0, 0) as padding"),
    ]
  }

  private func head(_ examples: [GraphExample]) -> [ExampleColumn] {
    [
      ExampleColumn("index", examples.map { Int32($0.index) }, "the example's place in the split, from 0"),
      ExampleColumn("n", examples.map { Int32($0.graph.vertexCount) }, "vertices of the graph"),
      ExampleColumn("target", examples.map { Int32($0.target) }, "the vertex asked about"),
      ExampleColumn(
        "label", examples.map { Int32($0.label) },
        "the distance from vertex 1 to it, \(unreachableLabel) where there is none: the answer"),
    ]
  }

  /// Graphs of more vertices than the token format can name.
  private func edges(_ examples: [GraphExample]) -> ExampleColumn {
    let ends = examples.flatMap { example -> [Int32] in
      let ends = example.graph.edges.flatMap { [Int32($0.a), Int32($0.b)] }
      return ends + Array(repeating: 0, count: 2 * mostEdges - ends.count)
    }
    return ExampleColumn(
      "edges", ends, rowShape: [mostEdges, 2], "the two vertices of each edge; then (0, 0) as padding")
  }
}
