import Data
import Learning

extension Experiment {
  /// Powers far above those that were learned, by a network that is built to repeat itself: one loop a bit of the
  /// exponent, the same layers in every loop, and from loop to loop a symbol for each element. What a loop does with a
  /// bit is learned, from the powers 2...7 alone.
  package static func powersBySquaring(_ profile: Profile) -> Experiment {
    bits(
      "powers/squaring",
      "Learned from powers 2...7 of 8...12 elements, squaring carries over to 32...63 and 32 elements.",
      state: .symbol, profile)
  }

  /// The control: the same network, free to keep any vector from loop to loop.
  package static func powersByVectors(_ profile: Profile) -> Experiment {
    bits(
      "powers/squaring-vectors", "Without symbols between the loops, the same network does not carry over.",
      state: .vector, profile)
  }

  private static func bits(
    _ id: String, _ claim: String, state: TapeEncoderShape.State, _ profile: Profile
  ) -> Experiment {
    let scale = SquaringScale.at(profile)
    let isControl = state == .vector
    func question(_ split: PowerSplit, _ count: Int) -> Question {
      let bits = split.depths.upperBound
      return Question(.powerTapes(split, .bits(bits)), count: count, loops: bits)
    }
    let far: [Claim] = [
      .powers("8 elements, depth 6", id, .higher8, depth: 6, scale.threshold, isControl, test: "depth6")
    ]
    let near: [Claim] = [
      .powers("8 elements, depth 4", id, .higher8, depth: 4, scale.threshold, isControl, test: "depth4"),
      .powers("8 elements, depth 5", id, .higher8, depth: 5, scale.threshold, isControl, test: "depth5"),
      .powers("16 elements, depth 6", id, .higher16, depth: 6, scale.threshold, isControl, test: "depth6Of16"),
      .powers("32 elements, depth 6", id, .higher32, depth: 6, scale.threshold, isControl, test: "depth6Of32"),
      .powers("the exponent 5", id, .heldOutExponent, depth: 3, scale.threshold, isControl, test: "exponent5"),
    ]
    return Experiment(
      id: id, claim: claim, profile: profile, model: .tape(SquaringScale.model(state)),
      stages: [Stage("train", on: .powerTapes(.train, .bits(3)), scale.recipe)],
      questions: [
        question(.higher8, 3 * scale.questions), question(.higher16, scale.questions),
        question(.higher32, scale.questions), question(.heldOutPermutations, scale.questions),
        question(.heldOutCycleTypes, scale.questions), question(.heldOutExponent, scale.questions),
      ],
      replicates: scale.replicates, claims: isControl ? far : near + far)
  }
}

extension Claim {
  /// Where nothing trivial is right.
  static func powers(
    _ subject: String, _ id: String, _ split: PowerSplit, depth: Int, _ threshold: Double, _ isControl: Bool,
    test: String
  ) -> Claim {
    Claim(
      subject: subject, stage: "train", split: split.name, slice: .of("depth", depth...depth).and(.nothingTrivial),
      metric: .exactMatch, requirement: .atLeast(threshold), isControl: isControl, testName: "Powering/\(test)",
      provenance: "pending", leakLimit: isControl ? nil : .unseen)
  }
}
