import Data
import Learning
import Seeds

/// A split of graphs as a network reads it: a token an edge, of two vertex ids, then the token (target, 16). The paper
/// pads to 16 tokens and masks the padding; the same numbers come out when there is none.
struct GraphSource: ExampleSource {
  let split: GraphSplit
  /// Whether vertices get other numbers.
  var isRenamed = false
  let seed: Seed
  /// What a larger label becomes; nil for none.
  var labelsAtMost: Int?

  let idsPerToken = 2
  /// The edges, and the question.
  var longest: Int { split.mostEdges + 1 }

  func append(_ indices: Range<Int>, to batch: inout Batch) {
    let names = isRenamed ? VertexNames(seed: seed) : nil
    for example in split.examples(indices, seed: seed) {
      let name = names?.ids(at: example.index)
      let ids = example.tokenPairs.flatMap { [name?[$0.0] ?? Int32($0.0), name?[$0.1] ?? Int32($0.1)] }
      batch.append(ids: ids, targets: CollectionOfOne(Float(min(example.label, labelsAtMost ?? .max))))
    }
  }
}
