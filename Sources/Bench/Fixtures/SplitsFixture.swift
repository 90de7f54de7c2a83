import Data
import Seeds
import Storage

/// A file of `fixtures/datasets`: the identity of the first examples of each split of a family.
package enum SplitsFixture: String, Sendable, CaseIterable {
  case graphs, mazes, permutations

  func render() -> String {
    switch self {
    case .graphs: Self.render(GraphSplit.all, count: 4096)
    case .mazes: Self.render(MazeSplit.all, count: 256)
    case .permutations: Self.render(PowerSplit.all, count: 4096)
    }
  }

  private static func render<Split: FingerprintedSplit>(_ splits: [Split], count: Int) -> String {
    let fingerprints = splits.map { split in
      (split.name, JSONValue.string(split.fingerprint(seed: Seed(root: 1), count: count)))
    }
    return JSONValue.object([
      "provenance": .string("\(Split.self).fingerprint, root seed 1, the first \(count) examples"),
      "splits": .object(Dictionary(uniqueKeysWithValues: fingerprints)),
    ]).text
  }
}

private protocol FingerprintedSplit {
  var name: String { get }
  func fingerprint(seed: Seed, count: Int) -> String
}

extension GraphSplit: FingerprintedSplit {}
extension MazeSplit: FingerprintedSplit {}
extension PowerSplit: FingerprintedSplit {}
