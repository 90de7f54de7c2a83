import Data
import Learning
import Seeds

/// A split of graphs as a network reads it: a token an edge, of two vertex ids, then the token (target, 16). The seed pads
/// to 16 tokens and masks the padding; the same numbers come out when there is none.
struct GraphSource: ExampleSource {
  let split: GraphSplit
  let seed: Seed

  let idsPerToken = 2
  /// The edges, and the question.
  var longest: Int { split.mostEdges + 1 }

  func append(_ indices: Range<Int>, to batch: inout Batch) {
    for example in split.examples(indices, seed: seed) {
      let ids = example.tokenPairs.flatMap { [Int32($0.0), Int32($0.1)] }
      batch.append(ids: ids, targets: CollectionOfOne(Float(example.label)))
    }
  }
}
