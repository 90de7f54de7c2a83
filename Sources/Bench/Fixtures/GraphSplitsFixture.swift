import Data
import Seeds
import Storage

/// `fixtures/datasets/graphs.json`: the identity of each split's first examples.
enum GraphSplitsFixture {
  static let seed = Seed(root: 1)
  static let count = 4096

  static func render() -> String {
    let splits = GraphSplit.all.map { split in
      (split.name, JSONValue.string(split.fingerprint(seed: seed, count: count)))
    }
    return JSONValue.object([
      "provenance": "GraphSplit.fingerprint, root seed 1, the first 4096 examples",
      "splits": .object(Dictionary(uniqueKeysWithValues: splits)),
    ]).text
  }
}
