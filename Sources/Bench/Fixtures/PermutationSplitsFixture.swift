import Data
import Seeds
import Storage

/// `fixtures/datasets/permutations.json`: the identity of each split's first examples.
enum PermutationSplitsFixture {
  static func render() -> String {
    let splits = PowerSplit.all.map { split in
      (split.name, JSONValue.string(split.fingerprint(seed: Seed(root: 1), count: 4096)))
    }
    return JSONValue.object([
      "provenance": "PowerSplit.fingerprint, root seed 1, the first 4096 examples",
      "splits": .object(Dictionary(uniqueKeysWithValues: splits)),
    ]).text
  }
}
