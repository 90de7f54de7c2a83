import Data
import Judging
import Learning
import Training

extension Experiment {
  /// Powers far above those that were learned, by a network that is built to repeat itself: one loop a bit of the
  /// exponent, the same layers in every loop, and from loop to loop a symbol for each element. What a loop does with a
  /// bit is learned, from the powers 2...7 alone.
  package static func powersBySquaring(_ profile: Profile) -> Experiment {
    let scale = SquaringScale.at(profile)
    return squaring(
      "powers/squaring", "Learned from powers 2...7 of 8...12 elements, powers carry over to 32...63 of 32 elements.",
      .symbol, profile,
      claims: [
        .power("8 elements, depth 4", .higher8, depth: 4, scale, test: "depth4Of8"),
        .power("8 elements, depth 5", .higher8, depth: 5, scale, test: "depth5Of8"),
        .power("8 elements, depth 6", .higher8, depth: 6, scale, test: "depth6Of8"),
        .power("16 elements, depth 6", .higher16, depth: 6, scale, test: "depth6Of16"),
        .power("32 elements, depth 6", .higher32, depth: 6, scale, test: "depth6Of32"),
        .power("16 elements, powers without a smaller name", .newDepth6Size16, depth: 6, scale, test: "newPowersOf16"),
        .power("the exponent 5", .heldOutExponent, depth: 3, scale, test: "exponent5"),
      ])
  }

  /// The control: the same network, free to keep any vector from loop to loop. It learns what it is shown.
  package static func powersByVectors(_ profile: Profile) -> Experiment {
    let scale = SquaringScale.at(profile)
    return squaring(
      "powers/squaring-vectors",
      "Without symbols between the loops, the same network learns the same and carries nothing over.",
      .vector, profile,
      claims: [
        .power("vectors: 8 elements, depth 4", .higher8, depth: 4, scale, isControl: true, test: "vectorsFailDepth4"),
        .power("vectors: 8 elements, depth 6", .higher8, depth: 6, scale, isControl: true, test: "vectorsFailDepth6"),
        .power("vectors: held-out permutations", .heldOutPermutations, depth: 3, scale, test: "vectorsLearn"),
      ])
  }

  private static func squaring(
    _ id: String, _ claim: String, _ state: TapeEncoderShape.State, _ profile: Profile, claims: [Claim]
  ) -> Experiment {
    let scale = SquaringScale.at(profile)
    func asked(_ split: PowerSplit) -> AskedSplit {
      let depths = split.depths
      return AskedSplit(
        .powerTapes(split, .bits(depths.upperBound)), count: scale.questions * (depths == 4...6 ? 3 : 1),
        loops: depths.upperBound)
    }
    return Experiment(
      id: id, claim: claim, profile: profile,
      model: .tape(SquaringScale.model(state, reading: SquaringScale.trainedBits)),
      stages: [
        Stage(
          "train", on: .powerTapes(.train, SquaringScale.trainedBits), scale.recipe,
          watch: Watch(everySteps: 250, count: 256, splits: [PowerSplit.heldOutPermutations, .higher8].map(\.name)))
      ],
      asked: [
        PowerSplit.heldOutPermutations, .heldOutCycleTypes, .heldOutExponent, .higher8, .higher16, .higher32,
        .newDepth6Size16,
      ].map(asked),
      replicates: scale.replicates, claims: claims)
  }
}

extension Claim {
  /// The share of right answers where neither x nor a power of fewer bits is the answer.
  fileprivate static func power(
    _ subject: String, _ split: PowerSplit, depth: Int, _ scale: SquaringScale, isControl: Bool = false, test: String
  ) -> Claim {
    Claim(
      subject: subject, stage: "train", split: split.name, slice: .of("depth", depth...depth).and(.nothingTrivial),
      metric: .exactMatch, requirement: .atLeast(scale.accuracy), isControl: isControl, testName: "Powering/\(test)",
      provenance: scale.provenance, leakLimit: isControl ? nil : .unseen)
  }
}
