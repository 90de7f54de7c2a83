import Data
import Learning
import Seeds

/// Permutations of a split and a power of each, as one of the networks reads them.
package struct PowerExamples: TaskExamples {
  package enum Reading: Sendable, Hashable {
    /// A token a fact, a bit, and the element asked about; learned is where the power takes it.
    case tokens
    /// A token a fact, and the exponent a symbol a loop; learned is where the power takes every element.
    case tape(PowerTape)
  }

  package let split: PowerSplit
  package let reading: Reading

  package init(split: PowerSplit, reading: Reading) {
    self.split = split
    self.reading = reading
  }

  package static var family: String { "powers" }
  package var name: String { split.name }
  package var seedLabel: String { split.streamName }
  package var revision: Int { split.revision }

  package func source(seed: Seed, labelsAtMost most: Int?) -> any ExampleSource {
    precondition(most == nil, "The answers of \(name) are symbols, and none is larger.")
    return switch reading {
    case .tokens: PowerSource(split: split, seed: seed)
    case .tape(let tape): PowerTapeSource(split: split, tape: tape, seed: seed)
    }
  }

  package func fingerprint(seed: Seed, count: Int) -> String { split.fingerprint(seed: seed, count: count) }

  package func keys(_ indices: Range<Int>, seed: Seed) -> [ExampleKey] {
    split.examples(indices, seed: seed).map { ExampleKey($0.context.key(of: $0.questions[0], upTo: .power)!) }
  }
}

extension Examples {
  package static func powers(_ split: PowerSplit) -> Examples {
    Examples(PowerExamples(split: split, reading: .tokens))
  }

  package static func powerTapes(_ split: PowerSplit, _ tape: PowerTape) -> Examples {
    Examples(PowerExamples(split: split, reading: .tape(tape)))
  }
}
