import Instruments
import Judging
import Learning
import Training

extension Experiment {
  /// Which of what helps in training helps off the distribution?
  package static func allocationGeneralization(_ profile: Profile) -> Experiment {
    let id = "lca/generalization"
    let scale = LossAllocationScale.at(profile)
    func claim(
      _ name: String, _ quantity: String, _ requirement: Requirement, isControl: Bool = false,
      floor: TrivialPredictor? = nil, test: String, from provenance: String
    ) -> Claim {
      .reading(
        name, of: quantity, in: id, stage: GeneralizationInstrument.stage, requirement, isControl: isControl,
        floor: floor, test: "LossAllocation/\(test)", provenance: provenance)
    }
    let chance = TrivialPredictor.nothing(0.5, label: "by chance")
    func pilot(_ seeds: String) -> String { "Four seeds of a pilot in PyTorch: \(seeds)." }
    let shuffled = "As the claim; one seed of a pilot in PyTorch: .486 and .491."
    let claims = [
      claim("complete", "defect", .atMost(0.01), test: "completeOffTheDistribution", from: completeness),
      claim(
        "signs agree: fresh", "share", .atLeast(0.6), floor: chance, test: "freshSignsAgree", from: pilot(".62 to .73")),
      claim(
        "signs agree: shifted", "share", .atLeast(0.51), floor: chance, test: "shiftedSignsAgree",
        from: pilot(".527 to .592")),
      claim(
        "signs agree: retained", "share", .between(0.47...0.53), test: "retainedSignsDoNot", from: pilot(".489 to .526")
      ),
      claim(
        "signs agree: fresh, shuffled", "share", .atLeast(0.51), isControl: true, test: "shuffledFreshOnesDoNot",
        from: shuffled),
      claim(
        "signs agree: shifted, shuffled", "share", .atLeast(0.51), isControl: true, test: "shuffledShiftedOnesDoNot",
        from: shuffled),
      claim(
        "largest block: shifted", "loss change", .atMost(0), test: "everyBlockHelpsTheShifted",
        from: "Above 0 a block hurts; in a pilot none did."),
      claim(
        "smallest block: retained", "loss change", .atLeast(0), test: "everyBlockHurtsTheRetained",
        from: "Below 0 a block helps; in a pilot none did."),
      claim(
        "largest block: retained", "loss change", .atMost(0), isControl: true, test: "noneHelpsTheRetained",
        from: "As the claim about the shifted ones."),
      claim(
        "smallest block: shifted", "loss change", .atLeast(0), isControl: true, test: "noneHurtsTheShifted",
        from: "As the claim about the retained ones."),
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
