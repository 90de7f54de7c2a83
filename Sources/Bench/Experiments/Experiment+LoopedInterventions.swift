import Data
import Learning

extension Experiment {
  /// Learned with 8 loops, which cannot tell distances above 8 apart, and asked with 15.
  package static func loopedMoreLoops(_ profile: Profile) -> Experiment {
    loops(
      "graphs/looped-more-loops",
      "Learned with 8 loops, asked with 15, distances of 9...14 come out too.", asked: 15, profile)
  }

  /// The control: as many loops as it learned with.
  package static func loopedAsManyLoops(_ profile: Profile) -> Experiment {
    loops(
      "graphs/looped-as-many-loops", "With the 8 loops it learned with, no answer exceeds 8.",
      asked: nil, profile)
  }

  private static func loops(_ id: String, _ claim: String, asked loops: Int?, _ profile: Profile)
    -> Experiment
  {
    let scale = LoopedShortestPathsScale.at(profile)
    let prefix = loops == nil ? "8 loops: " : "15 loops: "
    return Experiment(
      id: id, claim: claim, profile: profile,
      model: .looped(LoopedShortestPathsScale.model(isNamed: false).looped(8)),
      stages: [Stage("train", on: .vertices(.train), scale.recipe, labels: .atMost(8))],
      questions: [GraphSplit.train, .onPathAnyTarget, .anyTargetLargeGraphs, .paths].map {
        Question(.vertices($0), count: scale.questions, loops: loops)
      },
      replicates: scale.replicates,
      claims: [
        Claim(
          subject: "\(prefix)paths, distances 9...14 unseen", stage: "train",
          split: GraphSplit.paths.name,
          slice: Slice.of("label", 9...14).and(.unseen), metric: .roundedAccuracy,
          requirement: .atLeast(0.95),
          isControl: loops == nil, testName: nil, provenance: "Not recorded yet.",
          leakLimit: loops == nil ? nil : .unseen),
        Claim(
          subject: "\(prefix)any-target unseen", stage: "train",
          split: GraphSplit.anyTargetLargeGraphs.name,
          slice: .unseen, metric: .squaredError, requirement: .atMost(scale.anyTarget.value),
          isControl: loops == nil, testName: nil, provenance: "Not recorded yet.",
          leakLimit: loops == nil ? nil : .unseen),
      ])
  }
}
