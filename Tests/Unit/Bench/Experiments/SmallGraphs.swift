import Data
import Learning
import Training

@testable import Bench
@testable import Judging

// docs/adding-an-experiment.md tells this file: an experiment in one place.

extension Experiment {
  /// Learn distances in graphs of 3 to 7 vertices, ask for them in graphs of 8 to 15.
  static func smallGraphs(_ profile: Profile) -> Experiment {
    let recipe = Recipe(
      steps: profile == .smoke ? 300 : 1_000, batchSize: 64, shardCount: 4, optimizer: .adam(),
      schedule: .constant(2e-3), gradientNormLimit: 1)
    var nothing = recipe
    nothing.steps = 0
    return Experiment(
      id: "graphs/small", claim: "Learned in 3...7 vertices, distances carry over to 8...15.", profile: profile,
      model: .looped(LoopedShortestPathsScale.model(isNamed: false)),
      stages: [
        Stage("untrained", on: .vertices(.fineTune), nothing), Stage("train", on: .vertices(.fineTune), recipe),
      ],
      asked: [AskedSplit(.vertices(.fineTune), count: 256), AskedSplit(.vertices(.onPathSmallTarget), count: 512)],
      replicates: 5,
      claims: [
        .smallGraphs("n=8...15 unseen", after: "train", isControl: false, test: "smallGraphsInLargeOnes"),
        .smallGraphs("untrained: n=8...15 unseen", after: "untrained", isControl: true, test: "untrainedFails"),
      ])
  }
}

extension Claim {
  fileprivate static func smallGraphs(_ subject: String, after stage: String, isControl: Bool, test: String) -> Claim {
    Claim(
      subject: subject, stage: stage, split: GraphSplit.onPathSmallTarget.name, slice: .largeUnseenGraphs,
      metric: .roundedAccuracy, requirement: .atLeast(0.9), isControl: isControl, testName: "ShortestPaths/\(test)",
      provenance: .goal("Nine in ten, set before any run."),
      leakLimit: isControl ? nil : .unseen)
  }
}
