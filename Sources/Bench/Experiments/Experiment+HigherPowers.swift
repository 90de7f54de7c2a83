import Data
import Judging
import Learning
import Training

/// Powers that were never trained, of eight elements: what does amplification carry over that the learner does not?
extension Experiment {
  package static func higherPowerStudies(_ profile: Profile) -> [Experiment] {
    [
      higherPowers(
        "powers/higher-powers",
        "In four replicates of five each step of the script H carries X_PA to one more bit of the exponent; H' carries none.",
        profile, unlocking: nil, depths: 2...3, asking: HigherPower.measures,
        claims: HigherPower.zeroShot + HigherPower.amplified),
      higherPowers(
        "powers/unlock-depth-4",
        "From a checkpoint, a third to a half of depth 4 is learned without labels in a quarter of the ticks.",
        profile, unlocking: 0.75, depths: 2...3, asking: [.average], claims: [HigherPower.learned]),
      higherPowers(
        "powers/depth-4-from-scratch", "The same depths from the beginning: what unlocking is held against.", profile,
        unlocking: nil, depths: 2...4, asking: [.average], claims: [HigherPower.learned]),
    ]
  }

  /// - Parameter unlocking: after which part of the ticks depth 4 is asked too.
  private static func higherPowers(
    _ id: String, _ sentence: String, _ profile: Profile, unlocking: Double?, depths: ClosedRange<Int>,
    asking measures: [AmplificationMeasure], claims: [Claim]
  ) -> Experiment {
    let scale = AmplificationScale.ofEight(profile, ticks: HigherPower.ticks)
    var system = scale.system(OverseerFailures(rate: 0, kind: .random))
    system.unlocking = unlocking.map {
      AmplificationRecipe.Unlocking(tick: Int($0 * Double(scale.recipe.steps)), depths: 2...4)
    }
    return Experiment(
      id: id, claim: sentence, profile: profile, model: .answerer(scale.answerer),
      stages: [
        Stage("train", on: .amplification(.eight(depths), .learner), scale.recipe, labels: .amplified(system))
      ],
      asked: (2...6).flatMap { depth in
        measures.map { AskedSplit(.amplification(.eightHeldOut(depth), $0), count: scale.questions) }
      } + [AskedSplit(.amplification(.eightHeldOut(3), .log), count: 1)],
      replicates: scale.replicates, claims: claims)
  }
}

extension PowerSplit {
  /// k in 2...7 or 2...15 of permutations that are not held out; 6 bits from the start, and each of the 8 symbols is
  /// trained.
  static func eight(_ depths: ClosedRange<Int>) -> PowerSplit {
    PowerSplit(
      name: "eight", revision: 1, sizes: 8...8, format: PowerFormat(alphabet: 8, exponentBits: 6), depths: depths,
      exponents: .all, permutations: .kept, cycleTypes: .all, novelty: .any, questions: .onePerElement)
  }

  /// Of held-out permutations.
  static func eightHeldOut(_ depth: Int) -> PowerSplit { eightHeldOut(depth...depth) }

  static func eightHeldOut(_ depths: ClosedRange<Int>) -> PowerSplit {
    let ends = Set([depths.lowerBound, depths.upperBound]).sorted().map(String.init)
    return PowerSplit(
      name: "eight-depth-" + ends.joined(separator: "-to-"), revision: 1, sizes: 8...8,
      format: PowerFormat(alphabet: 8, exponentBits: 6), depths: depths, exponents: .all, permutations: .heldOut,
      cycleTypes: .all, novelty: .any, questions: .onePerElement)
  }
}

/// What is claimed of powers of eight elements. Above depth 3 only questions count where neither x itself nor the power
/// of k's three lowest bits is the answer: what is right there is above the better of the two.
enum HigherPower {
  /// After 900 ticks two of five replicates knew all of depth 3, and the others were still learning.
  static let ticks = 1_600
  static let threshold = 0.9

  /// X_PA by itself, and amplified once and three times.
  static let measures: [AmplificationMeasure] = [
    .average, .scripted(levels: 1), .asked(levels: 1), .scripted(levels: 3), .asked(levels: 3),
  ]

  static let zeroShot = [
    claim("X_PA, depth 3", .average, depth: 3),
    claim("X_PA, depth 4", .average, depth: 4, isControl: true),
  ]

  static let amplified = [
    claim("one step of H, depth 4", .scripted(levels: 1), depth: 4),
    claim("one step of H', depth 4", .asked(levels: 1), depth: 4, isControl: true),
  ]

  static let learned = claim("X_PA, depth 4", .average, depth: 4)

  private static func claim(
    _ subject: String, _ measure: AmplificationMeasure, depth: Int, isControl: Bool = false
  ) -> Claim {
    .amplified(
      subject, measure, depth > 3 ? .neitherIsRight : .everything, .greedyAccuracy, .atLeast(threshold),
      isControl: isControl, of: .eightHeldOut(depth), test: nil, provenance: .goal("Set before it was run."),
      leakLimit: .unseen)
  }
}

extension Slice {
  /// Where neither the identity nor truncation to the trained bits happens to be right.
  static let neitherIsRight = Slice(
    "nothing trivial", [Condition("identity", 0...0), Condition("truncated", 0...0)])
}
