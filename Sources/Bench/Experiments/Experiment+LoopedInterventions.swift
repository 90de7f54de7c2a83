import Data
import Learning

extension Experiment {
  /// An intervention that fails: learned with 8 loops, which cannot tell distances above 8 apart, and asked with 15.
  package static func loopedMoreLoops(_ profile: Profile) -> Experiment {
    let scale = LoopedShortestPathsScale.at(profile)
    return Experiment(
      id: "graphs/looped-more-loops",
      claim: "Learned with 8 loops and asked with 15, the network does not answer distances that it never told apart.",
      profile: profile,
      model: .looped(LoopedShortestPathsScale.model(isNamed: false).looped(8)),
      stages: [Stage("train", on: .vertices(.train), scale.recipe, labels: .atMost(8))],
      questions: [GraphSplit.train, .onPathAnyTarget, .anyTargetLargeGraphs, .paths].map {
        Question(.vertices($0), count: scale.questions, loops: 15)
      },
      replicates: scale.replicates,
      claims: [
        .moreLoops(
          "8 loops, then 15: paths, distances 9...14 unseen", .paths, Slice.of("label", 9...14).and(.unseen),
          .roundedAccuracy, .atLeast(0.95)),
        .moreLoops(
          "8 loops, then 15: any-target unseen", .anyTargetLargeGraphs, .unseen, .squaredError,
          .atMost(scale.anyTarget.value)),
      ])
  }
}

extension Claim {
  fileprivate static func moreLoops(
    _ subject: String, _ split: GraphSplit, _ slice: Slice, _ metric: Metric, _ requirement: Requirement
  ) -> Claim {
    Claim(
      subject: subject, stage: "train", split: split.name, slice: slice, metric: metric, requirement: requirement,
      isControl: true, testName: nil,
      provenance: "What graphs/looped is held to. Seed 0 of the smoke profile: 0 % and 0.33; standard is not recorded.")
  }
}
