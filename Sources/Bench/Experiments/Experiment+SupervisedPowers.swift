import Data
import Judging
import Learning
import Training

/// What the learner of `powers/reliable` does where it is told the truth: the same network, recipe and number of
/// answers, and nobody who asks anybody.
extension Experiment {
  package static func supervisedPowerStudies(_ profile: Profile) -> [Experiment] {
    [supervisedPowers(profile), supervisedPowersOfEight(profile)]
  }

  static func supervisedPowers(_ profile: Profile) -> Experiment {
    let scale = AmplificationScale.at(profile)
    return supervised(
      "powers/supervised", "Told the true answers, the learner of amplification learns the same powers.", profile,
      scale, on: .tiny, asked: [(.tiny, scale.questions)],
      claims: [
        .amplified(
          "X_PA, all questions", .average, .everything, .sampledAccuracy, .atLeast(scale.learned), test: nil,
          provenance: .goal("What is required of amplification."))
      ])
  }

  /// Of eight elements, held-out permutations are asked, and powers that were never trained.
  static func supervisedPowersOfEight(_ profile: Profile) -> Experiment {
    let scale = AmplificationScale.ofEight(profile, ticks: HigherPower.ticks)
    return supervised(
      "powers/supervised-eight", "Told the true answers up to k = 7, the learner knows no power above it.", profile,
      scale, on: .eight(2...3), asked: (2...6).map { (.eightHeldOut($0), scale.questions) },
      claims: HigherPower.zeroShot)
  }

  private static func supervised(
    _ id: String, _ sentence: String, _ profile: Profile, _ scale: AmplificationScale, on split: PowerSplit,
    asked: [(split: PowerSplit, count: Int)], claims: [Claim]
  ) -> Experiment {
    let splits = asked.map { AskedSplit(.amplification($0.split, .average), count: $0.count) }
    return Experiment(
      id: id, claim: sentence, profile: profile, model: .answerer(scale.answerer),
      stages: [
        Stage(
          "train", on: .amplification(split, .learner), scale.recipe,
          watch: Watch(everySteps: max(1, scale.recipe.steps / 20), count: 800))
      ], asked: splits, replicates: scale.replicates, claims: claims)
  }
}
