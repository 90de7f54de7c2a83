import Data
import Seeds
import Storage

/// `fixtures/datasets/mazes.json`: the identity of each split's first examples.
enum MazeSplitsFixture {
  static let seed = Seed(root: 1)
  static let count = 256

  static func render() -> String {
    let splits = MazeSplit.all.map { split in
      (split.name, JSONValue.string(split.fingerprint(seed: seed, count: count)))
    }
    return JSONValue.object([
      "provenance": "MazeSplit.fingerprint, root seed 1, the first 256 examples",
      "splits": .object(Dictionary(uniqueKeysWithValues: splits)),
    ]).text
  }
}
