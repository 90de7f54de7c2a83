import Data
import Learning

/// What was tried on the source's own encoder, on exactly its splits. Each changes one thing of `graphs/on-path`.
extension Experiment {
  /// Three other ways to fine-tune what `graphs/on-path` has trained.
  package static func shortestPathsFineTunings(_ profile: Profile) -> Experiment {
    let scale = ShortestPathsScale.at(profile)
    func fineTuning(_ name: String, on examples: Examples) -> Stage {
      Stage(name, on: examples, scale.fineTune, after: "train")
    }
    return Experiment(
      id: "graphs/fine-tunings",
      claim:
        "Fine-tuned under numbers that small graphs do not have, distances carry over to targets of every number.",
      profile: profile,
      model: .encoder(scale.model),
      stages: [
        Stage("train", on: .graphs(.train), scale.train),
        fineTuning("renamed", on: .renamedGraphs(.fineTune)),
        fineTuning("any-target", on: .graphs(.anyTargetSmallGraphs)),
        fineTuning("any-target renamed", on: .renamedGraphs(.anyTargetSmallGraphs)),
      ],
      questions: GraphSplit.published.map { Question(.graphs($0), count: scale.questions) },
      replicates: scale.replicates,
      claims: [
        .intervention(
          "renamed: any-target t=8...15 unseen", "renamed", .onPathAnyTarget,
          Slice.of("t", 8...15).and(.unseen),
          atMost: 0.3),
        .intervention(
          "renamed: any-target n=8...15 unseen", "renamed", .onPathAnyTarget, .largeUnseenGraphs,
          atMost: 0.2),
        .intervention(
          "renamed: small-target n=8...15 unseen", "renamed", .onPathSmallTarget,
          .largeUnseenGraphs, atMost: 0.2),
        .intervention(
          "any-target: in large graphs unseen", "any-target", .anyTargetLargeGraphs,
          .largeUnseenGraphs, atMost: 1),
        .intervention(
          "any-target renamed: in large graphs unseen", "any-target renamed", .anyTargetLargeGraphs,
          .largeUnseenGraphs, atMost: 1),
      ])
  }

  /// The label of what cannot be reached stands next to the distances, not far above them.
  package static func shortestPathsCapped(_ profile: Profile) -> Experiment {
    let scale = ShortestPathsScale.at(profile)
    return Experiment(
      id: "graphs/capped",
      claim:
        "Trained to say 10 where there is no path, not 15, the network answers other targets better.",
      profile: profile,
      model: .encoder(scale.model),
      stages: [
        Stage("train", on: .graphs(.train), scale.train, labels: .atMost(10)),
        Stage("fine-tune", on: .graphs(.fineTune), scale.fineTune),
      ],
      questions: [.train, .fineTune, .onPathSmallTarget, .onPathAnyTarget].map {
        Question(.graphs($0), count: scale.questions)
      },
      replicates: scale.replicates,
      claims: [
        .intervention(
          "capped: small-target n=8...15 unseen", "fine-tune", .onPathSmallTarget,
          .largeUnseenGraphs, atMost: 0.2),
        .intervention(
          "capped: any-target n=8...15 unseen", "fine-tune", .onPathAnyTarget, .largeUnseenGraphs,
          atMost: 0.2),
      ])
  }
}

extension Claim {
  fileprivate static func intervention(
    _ subject: String, _ stage: String, _ split: GraphSplit, _ slice: Slice,
    atMost threshold: Double,
    isControl: Bool = false
  ) -> Claim {
    Claim(
      subject: subject, stage: stage, split: split.name, slice: slice, metric: .squaredError,
      requirement: .atMost(threshold), isControl: isControl, testName: nil,
      provenance: "Not recorded yet.", leakLimit: isControl ? nil : .unseen)
  }
}
