import Data
import Judging
import Learning
import Training

extension Experiment {
  /// An intervention that cannot be relied on: learned with 8 loops, which cannot tell distances above 8 apart, and
  /// asked with 15. On any target two of five recorded replicates are about as good as `graphs/looped` and three have
  /// errors of 0.27 to 0.28: neither a claim nor a control.
  package static func loopedMoreLoops(_ profile: Profile) -> Experiment {
    let scale = LoopedShortestPathsScale.at(profile)
    return Experiment(
      id: "graphs/looped-more-loops",
      claim:
        "Learned with 8 loops and asked with 15, the network does not reliably answer distances that it never told apart.",
      profile: profile,
      model: .looped(LoopedShortestPathsScale.model(isNamed: false).looped(8)),
      stages: [Stage("train", on: .vertices(.train), scale.recipe, labels: .atMost(8))],
      asked: [GraphSplit.train, .onPathAnyTarget, .anyTargetLargeGraphs, .paths].map {
        AskedSplit(.vertices($0), count: scale.questions, loops: 15)
      },
      replicates: scale.replicates,
      claims: [
        Claim(
          subject: "8 loops, then 15: paths, distances 9...14 unseen", stage: "train", split: GraphSplit.paths.name,
          slice: Slice.of("label", 9...14).and(.unseen), metric: .roundedAccuracy, requirement: .atLeast(0.95),
          isControl: true, testName: nil,
          provenance: .judged(0...4, "What graphs/looped is held to; a claim until 0 % three times, 61 % and 81 %."))
      ])
  }
}
