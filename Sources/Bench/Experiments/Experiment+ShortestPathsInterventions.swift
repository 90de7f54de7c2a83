import Data
import Judging
import Learning
import Training

/// What was tried on the paper's own encoder, on exactly its splits. Each changes one thing of `graphs/on-path`.
extension Experiment {
  /// The label of what cannot be reached stands next to the distances, not far above them.
  package static func shortestPathsCapped(_ profile: Profile) -> Experiment {
    let scale = ShortestPathsScale.at(profile)
    return Experiment(
      id: "graphs/capped",
      claim:
        "Trained to say 10 where there is no path, not 15, four networks of five answer other targets better, one worse.",
      profile: profile,
      model: .encoder(scale.model),
      stages: [
        Stage("train", on: .graphs(.train), scale.train, labels: .atMost(10)),
        Stage("fine-tune", on: .graphs(.fineTune), scale.fineTune),
      ],
      asked: [.train, .fineTune, .onPathSmallTarget, .onPathAnyTarget].map {
        AskedSplit(.graphs($0), count: scale.questions)
      },
      replicates: scale.replicates,
      claims: [
        .intervention(
          "capped: small-target n=8...15 unseen", "fine-tune", .onPathSmallTarget, .largeUnseenGraphs, atMost: 0.15),
        .intervention(
          "capped: any-target n=8...15 unseen", "fine-tune", .onPathAnyTarget, .largeUnseenGraphs, atMost: 0.2),
      ])
  }
}

extension Experiment {
  /// The ids of an edge's two ends are set side by side, as in the paper, and not summed.
  package static func shortestPathsConcatenated(_ profile: Profile) -> Experiment {
    let scale = ShortestPathsScale.at(profile)
    var model = scale.model
    model.combination = .concatenate
    return Experiment(
      id: "graphs/concatenated",
      claim: "With an edge's ends set side by side, not summed, the network carries over as graphs/on-path does.",
      profile: profile, model: .encoder(model),
      stages: [
        Stage("train", on: .graphs(.train), scale.train), Stage("fine-tune", on: .graphs(.fineTune), scale.fineTune),
      ],
      asked: [.train, .fineTune, .onPathSmallTarget, .onPathAnyTarget].map {
        AskedSplit(.graphs($0), count: scale.questions)
      },
      replicates: scale.replicates,
      claims: [
        .hard("concatenated: small-target", .onPathSmallTarget, scale.smallTarget, scale.leakLimit),
        .hard("concatenated: any-target", .onPathAnyTarget, scale.anyTarget, scale.leakLimit),
      ])
  }
}

extension Claim {
  fileprivate static func intervention(
    _ subject: String, _ stage: String, _ split: GraphSplit, _ slice: Slice, atMost threshold: Double
  ) -> Claim {
    Claim(
      subject: subject, stage: stage, split: split.name, slice: slice, metric: .squaredError,
      requirement: .atMost(threshold), isControl: false, testName: nil,
      provenance: .goal(
        "Chosen before it was recorded at this profile: graphs/on-path has 0.155 on small targets and 0.225 on any."),
      leakLimit: .unseen)
  }
}
