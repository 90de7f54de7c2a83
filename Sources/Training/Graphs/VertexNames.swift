import Data
import Seeds

/// Other numbers for the vertices of an example, so that a network meets every number in small graphs too: vertex 1
/// keeps its own, and the others get different ones of 2...15, each choice with the same probability.
struct VertexNames {
  let seed: Seed

  /// What stands for each id of the paper's encoding, in the example with this index.
  func ids(at index: Int) -> [Int32] {
    var generator = seed.child("names").generator(at: index)
    let others = Draw.permutation(of: GraphExample.targetToken - 2, using: &generator).map {
      Int32($0 + 2)
    }
    return [Int32(GraphExample.padToken), 1] + others + [Int32(GraphExample.targetToken)]
  }
}
