import Data
import Judging
import Training

extension Experiment {
  /// How often the training of `graphs/looped` fails: the same thirty times over. Its first replicates are those of
  /// `graphs/looped`, run for run.
  package static func loopedThirtyTimes(_ profile: Profile) -> Experiment {
    var experiment = loopedShortestPaths(profile)
    experiment.id = "graphs/looped-thirty"
    experiment.claim = "Trained thirty times over, the looped network learns it each time."
    experiment.replicates = 30
    experiment.claims = [
      .thirty("thirty: n=16...32 reachable", .anyTarget16To32, .reachableUnseenGraphs),
      .thirty("thirty: n=64 reachable", .anyTarget64, .reachableUnseenGraphs),
      .thirty("thirty: any-target unseen", .anyTargetLargeGraphs, .unseen),
      .thirty("thirty: trees unseen", .trees, .unseen), .thirty("thirty: paths unseen", .paths, .unseen),
      .thirty("thirty: grids unseen", .grids, .unseen), .thirty("thirty: 8 x 8 grid unseen", .grid64, .unseen),
    ]
    return experiment
  }
}

extension Claim {
  fileprivate static func thirty(_ subject: String, _ split: GraphSplit, _ slice: Slice) -> Claim {
    Claim(
      subject: subject, stage: "train", split: split.name, slice: slice, metric: .roundedAccuracy,
      requirement: .atLeast(0.95), isControl: false, testName: nil,
      provenance: .goal(
        "What graphs/looped was held to at first. 25 of the replicates were trained after that was set."),
      leakLimit: .unseen)
  }
}
