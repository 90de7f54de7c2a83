import Instruments
import Judging
import Learning
import Training

extension Experiment {
  /// Which of what helps in training helps off the distribution?
  package static func allocationGeneralization(_ profile: Profile) -> Experiment {
    let id = "lca/generalization"
    let scale = LossAllocationScale.at(profile)
    let claim = ReadingClaims(of: id, at: GeneralizationInstrument.stage, in: "LossAllocation")
    let chance = TrivialPredictor.nothing(0.5, label: "by chance")
    func pilot(_ seeds: String) -> Claim.Provenance { .pilot("Four seeds in PyTorch: \(seeds).") }
    let claims = [
      claim("complete", "defect", .atMost(0.01), test: "offTheDistributionToo", from: completeness),
      claim(
        "by points, shifted", "defect", .atMost(0.01), isControl: true, test: "offItPointsAreNot",
        from: completeness),
      claim(
        "shifted signs, less where shuffled", "difference", .atLeast(0.017), floor: .nothing(0, label: "by chance"),
        test: "moreThanWhereShuffled", from: .replicates(5...9, "Half way from nothing to .034.")),
      claim(
        "signs agree: fresh", "share", .atLeast(0.6), floor: chance, test: "freshSignsAgree", from: pilot(".62 to .73")),
      claim(
        "signs agree: shifted", "share", .atLeast(0.51), floor: chance, test: "shiftedSignsAgree",
        from: pilot(".527 to .592")),
      claim(
        "signs agree: fresh, shuffled", "share", .atLeast(0.6), isControl: true, test: "shuffledFreshOnesDoNot",
        from: .pilot("As the claim; one seed of a pilot in PyTorch: .486.")),
      claim(
        "blocks that help: shifted", "share", .atLeast(1), floor: chance, test: "everyBlockHelpsTheShifted",
        from: .pilot("Every block in every seed, as in a pilot; counted, because their sums vary 20-fold over seeds.")),
      claim(
        "blocks that help: retained", "share", .atLeast(1), isControl: true, test: "notSoTheRetained",
        from: .pilot("As the claim.")),
    ]
    return Experiment(
      id: id,
      claim: "About half of what helps the fine-tuned examples helps where graphs are larger: more than by chance.",
      profile: profile, model: LossAllocationScale.large,
      stages: [
        Stage(
          "train", on: .graphs(.train),
          Recipe(
            steps: scale.trainingSteps, batchSize: 64, shardCount: 4, optimizer: .adam(),
            schedule: .warmupCosine(peak: 2e-3, warmup: scale.trainingSteps / 20, end: 0), gradientNormLimit: 1)),
        Stage(
          GeneralizationInstrument.stage, on: Examples.graphs(.fineTune).repeated(512),
          Recipe(
            steps: scale.tuningSteps, batchSize: 64, shardCount: 4, optimizer: .adam(), schedule: .constant(5e-4))),
      ],
      asked: [], replicates: 5, claims: claims.filter { scale.claimsAll || $0.subject == "complete" },
      instrumentation: Instrumentation(GeneralizationInstrument()))
  }
}
