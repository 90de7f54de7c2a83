import Data
import Learning
import Seeds

/// A split of graphs of one size, as the network with hand-made weights reads it.
struct SearchSource: ExampleSource {
  let split: GraphSplit
  let seed: Seed
  private let state: SearchState

  init(split: GraphSplit, seed: Seed) {
    precondition(
      split.sizes.count == 1 && split.target == .fixed(2),
      "The network searches graphs of one size for vertex 2, unlike those of \(split.name).")
    (self.split, self.seed) = (split, seed)
    state = SearchState(vertexCount: split.sizes.lowerBound)
  }

  var idsPerToken: Int { state.idsPerToken }
  var longest: Int { state.vertexCount + 1 }

  func append(_ indices: Range<Int>, to batch: inout Batch) {
    for example in split.examples(indices, seed: seed) {
      batch.append(ids: state.ids(of: example.graph), targets: CollectionOfOne(Float(example.label)))
    }
  }
}
