import Judging
import Seeds
import Storage
import Training

/// The splits of some task families, as far as they leave the program.
package struct Splits: Sendable {
  /// Every one, family after family.
  package let all: [Examples]

  package init(of families: [any ExchangedExamples.Type]) { all = families.flatMap { $0.exchanged } }

  package var names: [String] { all.map(\.name) }

  package func named(_ name: String) throws(UnknownName) -> Examples {
    guard let examples = all.first(where: { $0.name == name }) else {
      throw UnknownName(
        kind: "split", asked: name, known: names, renamed: all.filter { $0.formerName == name }.map(\.name))
    }
    return examples
  }

  /// Whatever some of them can be scored by.
  package var metrics: [Metric] {
    var seen: Set<Metric> = []
    return samples.flatMap(\.metrics).filter { seen.insert($0).inserted }
  }

  /// One split of each family, to show how they look.
  package var samples: [Examples] {
    var seen: Set<String> = []
    return all.filter { seen.insert($0.family).inserted }
  }
}
