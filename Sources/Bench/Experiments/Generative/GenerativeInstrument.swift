import Data
import Instruments
import Judging
import Training

/// Reads how much networks of several sizes that write whole mazes lack of knowing all there is to know.
struct GenerativeInstrument: Instrument {
  let scale: GenerativeScale

  var watches: [StageWatch] { [] }

  private static let examples = GenerativeExamples(GenerativeScale.mazes)
  private static let shifted = GenerativeExamples(GenerativeScale.shifted)

  func readings(_ seen: Sighting) -> [Reading] {
    let looks = GenerativeLooks(seen, Self.examples)
    let readings = exactness(seen) + bounds(looks) + looks.sizes.flatMap(atTheEnd)
    guard scale.claimsAll else { return readings }
    let frontier = GenerativeFrontier(looks, entropy: Self.examples.sequences.entropy)
    return readings + comparisons(looks) + frontier.readings
      + elsewhere(looks, GenerativeLooks(seen, Self.shifted, at: 1))
  }

  /// Whether the sequences that are asked are as surprising as computed, to one who knows all and to one who does not know of
  /// cycles.
  private func exactness(_ seen: Sighting) -> [Reading] {
    let mazes = Self.examples.sequences
    let asked = seen.plan.asked[0]
    let drawn = Self.examples.sequences(0..<asked.count, seed: ReplicateSeeds(seen.replicate).questions(of: asked))
    func farthest(_ conditionals: (KnownSequence) -> [[Double]]) -> Double {
      drawn.map { sequence in
        let surprise = zip(sequence.tokens, conditionals(sequence)).reduce(0) { $0 - Entropy.logarithm($1.1[$1.0]) }
        return abs(surprise - mazes.entropy)
      }.max()!
    }
    return [
      Reading("farthest from the entropy", farthest(mazes.conditionals)),
      Reading("farthest from the entropy: cycle-blind", farthest(mazes.cycleBlindConditionals)),
    ]
  }

  /// How far the lowest mean surprise of all looks lies above what no network's is below, in its standard errors; and that of
  /// the passages above what is so for one who does not know of cycles.
  private func bounds(_ looks: GenerativeLooks) -> [Reading] {
    let mazes = Self.examples.sequences
    let all = Array(looks.sizes.joined())
    let blind = mazes.cycleBlindEntropy - mazes.entropy
    return [
      Reading("above the entropy", all.map { $0.excess.score() }.min()!),
      Reading("edges above those of the cycle-blind", all.map { $0.partExcesses[0].score(above: blind) }.min()!),
      Reading("farthest share of chance in the excess", all.map { abs($0.excess.value / $0.reducible - 1) }.max()!),
    ]
  }

  private func atTheEnd(_ looks: [GenerativeLook]) -> [Reading] {
    let last = looks[looks.count - 1]
    let parts = zip(Self.examples.sequences.parts, last.parts).map { ("\($0.name)", $1) }
    return ([("reducible", last.reducible)] + parts).map { Reading("\($0.0): width \(last.width)", $0.1) }
  }

  private func comparisons(_ looks: GenerativeLooks) -> [Reading] {
    func ratio(_ step: Int) -> Double {
      // Its logarithm: where a seed does well the ratio of two seeds is large, and so is its spread.
      Elementary.logarithm(
        looks.look(width: 8, step: step).reducible / looks.look(width: 48, step: step).reducible)
    }
    func slope(_ width: Int) -> Double {
      let late = looks.looks(width: width).filter { $0.step >= 124 }
      return StraightLine(
        through: late.map { Elementary.logarithm($0.reducible) },
        at: late.map { Elementary.logarithm(Double($0.step)) })?.slope ?? .nan
    }
    return [
      Reading("width 8 over width 48", ratio(scale.steps)), Reading("width 8 over width 48, step 248", ratio(248)),
    ] + scale.widths.map { Reading("slope: width \($0)", slope($0)) }
  }

  /// What size does where mazes are drawn otherwise, at equal loss and at equal steps.
  private func elsewhere(_ looks: GenerativeLooks, _ shifted: GenerativeLooks) -> [Reading] {
    func points(_ isWanted: (GenerativeLook) -> Bool) -> [MatchedComparison.Point] {
      zip(looks.sizes.joined(), shifted.sizes.joined()).filter { isWanted($0.0) }.map {
        MatchedComparison.Point(size: Double($0.size), loss: $0.reducible, shifted: $1.reducible)
      }
    }
    return [
      Reading("size effect, matched", MatchedComparison(of: points { _ in true })?.sizeEffect ?? .nan),
      Reading(
        "size effect, not matched, step 992",
        MatchedComparison.unmatched(points { $0.step == 992 })?.slope ?? .nan),
    ]
  }
}
