import Data
import Learning
import Seeds

/// A split of graphs as a network reads it: a token an edge, of two vertex ids, then the token (target, 16). The seed pads
/// to 16 tokens and masks the padding; the same numbers come out when there is none.
struct GraphSource: ExampleSource {
  let split: GraphSplit
  let seed: Seed

  let idsPerToken = 2
  /// At most n edges, and the question.
  var longest: Int { split.sizes.upperBound + 1 }

  func append(_ indices: Range<Int>, to batch: inout Batch) {
    for index in indices {
      let example = split.example(at: index, seed: seed)
      batch.append(ids: example.tokenIDs, targets: [Float(example.label)])
    }
  }
}
