import Data
import Instruments
import Judging
import Training

/// Reads what a fitted constant says where a part of the sequences stands still.
struct PlateauInstrument: Instrument {
  var watches: [StageWatch] { [] }

  private static let examples = GenerativeExamples(GenerativeScale.permutations)
  /// How many first points are left out: while the facts are learned the law is theirs.
  private static let skipped = 4

  func readings(_ seen: Sighting) -> [Reading] {
    let permutations = Self.examples.sequences
    let looks = GenerativeLooks(seen, Self.examples)
    let whole = GenerativeFrontier(looks, entropy: permutations.entropy)
    let facts = GenerativeFrontier(looks, entropy: permutations.parts[0].entropy) { $0.parts[0] }
    return [
      Reading("constant less entropy", whole.constant(without: Self.skipped)),
      Reading("constant less entropy: facts alone", facts.constant(without: Self.skipped)),
      Reading("frontier: exponent", whole.law?.exponent ?? .nan),
      Reading("frontier: spread", whole.law?.spread ?? .nan),
      Reading("blind answers", permutations.blindAnswerEntropy),
    ]
      + looks.sizes.flatMap { looks in
        zip(permutations.parts, looks[looks.count - 1].parts).map {
          Reading("\($0.name): width \(looks[0].width)", $1)
        }
      }
  }
}
