import Data
import Judging
import Learning
import Training

extension Experiment {
  /// The paper's experiment on a smaller network (Wang, Westover and Zhao, 2024): learn d(1,2) in graphs of up to 15
  /// vertices, fine-tune on other targets in graphs of up to 7, ask for other targets in large graphs.
  package static func shortestPathsOnPath(_ profile: Profile) -> Experiment {
    let scale = ShortestPathsScale.at(profile)
    return Experiment(
      id: "graphs/on-path",
      claim: "Fine-tuned on 3...7 vertices, distances to targets on the path carry over to 8...15.",
      profile: profile,
      model: .encoder(scale.model),
      stages: [
        Stage("train", on: .graphs(.train), scale.train, watch: scale.watch(scale.train, times: 50)),
        Stage("fine-tune", on: .graphs(.fineTune), scale.fineTune, watch: scale.watch(scale.fineTune, times: 10)),
        // What else was tried on the same network, on exactly the same splits.
        Stage("renamed", on: .renamedGraphs(.fineTune), scale.fineTune, after: "train"),
        Stage("any-target", on: .graphs(.anyTargetSmallGraphs), scale.fineTune, after: "train"),
        Stage("any-target renamed", on: .renamedGraphs(.anyTargetSmallGraphs), scale.fineTune, after: "train"),
      ],
      asked: GraphSplit.published.map { AskedSplit(.graphs($0), count: scale.questions) }
        + (GraphSplit.structures + [.line]).map { AskedSplit(.graphs($0), count: scale.questions / 8) },
      replicates: scale.replicates,
      claims: [
        .onPath(
          "small-target n=8...15 unseen", "fine-tune", .onPathSmallTarget, atMost: scale.smallTarget,
          test: "onPathSmallTarget"),
        .onPath(
          "any-target n=8...15 unseen", "fine-tune", .onPathAnyTarget, atMost: scale.anyTarget, test: "onPathAnyTarget"),
        .onPath(
          "not fine-tuned: small-target n=8...15 unseen", "train", .onPathSmallTarget, atMost: scale.smallTarget,
          isControl: true, test: "notFineTunedFailsSmallTarget"),
        .onPath(
          "not fine-tuned: any-target n=8...15 unseen", "train", .onPathAnyTarget, atMost: scale.anyTarget,
          isControl: true, test: "notFineTunedFailsAnyTarget"),
        Claim(
          subject: "fine-tuned: any-target in large graphs unseen", stage: "fine-tune",
          split: GraphSplit.anyTargetLargeGraphs.name, slice: .largeUnseenGraphs, metric: .squaredError,
          requirement: .atMost(1), isControl: true, testName: "ShortestPaths/fineTunedFailsAnyTargetInLargeGraphs",
          provenance: .paper("The published network has 72.9: a seventieth of it would be something carried over.")
        ).byDefinition("What cannot be reached is most of the error, and fine-tuning showed nothing of it."),
        .fails(
          "any-target fine-tuning: in large graphs unseen", "any-target", .anyTargetLargeGraphs, .largeUnseenGraphs,
          .squaredError, .atMost(1), test: "anyTargetFineTuningFailsInLargeGraphs"),
        .fails(
          "any-target fine-tuning, renamed: in large graphs unseen", "any-target renamed", .anyTargetLargeGraphs,
          .largeUnseenGraphs, .squaredError, .atMost(1), test: "renamedAnyTargetFineTuningFailsInLargeGraphs"),
        .fails(
          "fine-tuned: trees unseen", "fine-tune", .trees, .unseen, .roundedAccuracy, .atLeast(0.95),
          test: "fineTunedFailsTrees"),
        .fails(
          "fine-tuned: grids unseen", "fine-tune", .grids, .unseen, .roundedAccuracy, .atLeast(0.95),
          test: "fineTunedFailsGrids"),
      ])
  }

  /// The control without the first stage: were fine-tuning enough by itself, nothing would have carried over.
  package static func shortestPathsFromScratch(_ profile: Profile) -> Experiment {
    let scale = ShortestPathsScale.at(profile)
    return Experiment(
      id: "graphs/from-scratch",
      claim: "Fine-tuning alone, on three times the examples, does not teach what carries over.",
      profile: profile,
      model: .encoder(scale.model),
      stages: [Stage("fine-tune", on: .graphs(.fineTune), scale.fromScratch)],
      asked: [.fineTune, .onPathSmallTarget, .onPathAnyTarget].map {
        AskedSplit(.graphs($0), count: scale.questions)
      },
      replicates: scale.replicates,
      claims: [
        .onPath(
          "from scratch: small-target n=8...15 unseen", "fine-tune", .onPathSmallTarget, atMost: scale.smallTarget,
          isControl: true, test: "fromScratchFailsSmallTarget"),
        .onPath(
          "from scratch: any-target n=8...15 unseen", "fine-tune", .onPathAnyTarget, atMost: scale.anyTarget,
          isControl: true, test: "fromScratchFailsAnyTarget"),
      ])
  }
}

extension Claim {
  /// What `graphs/looped` can do, and the paper's encoder cannot.
  fileprivate static func fails(
    _ subject: String, _ stage: String, _ split: GraphSplit, _ slice: Slice, _ metric: Metric,
    _ requirement: Requirement, test: String
  ) -> Claim {
    Claim(
      subject: subject, stage: stage, split: split.name, slice: slice, metric: metric, requirement: requirement,
      isControl: true, testName: "ShortestPaths/\(test)",
      provenance: .goal("At most what graphs/looped is held to on the same split."))
  }

  /// Squared error on graphs larger than fine-tuning showed, and not remembered.
  fileprivate static func onPath(
    _ subject: String, _ stage: String, _ split: GraphSplit, atMost threshold: Threshold,
    isControl: Bool = false, test: String
  ) -> Claim {
    Claim(
      subject: subject, stage: stage, split: split.name, slice: .largeUnseenGraphs, metric: .squaredError,
      requirement: .atMost(threshold.value), isControl: isControl, testName: "ShortestPaths/\(test)",
      provenance: threshold.provenance, leakLimit: isControl ? nil : .unseen)
  }
}
