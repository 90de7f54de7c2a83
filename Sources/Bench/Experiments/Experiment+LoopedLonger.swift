import Data
import Judging
import Learning
import Training

extension Experiment {
  /// `graphs/looped` answers at most 15, its loops: what cannot be reached among 64 vertices, and what is 16 steps away,
  /// lie beyond it. This network learns with more loops than any path there has steps, so that most targets are reached
  /// long before the last, and is asked with 64. Then a loop counts by 0 or 1: a sigmoid that has stopped at 0.03 comes to
  /// a step after thirty. What that costs: where a network learned to stop by two halves, rounding drops a step of every
  /// answer.
  package static func loopedLonger(_ profile: Profile) -> Experiment {
    let scale = LoopedShortestPathsScale.at(profile)
    var model = LoopedShortestPathsScale.model().looped(learnedLoops)
    model.answer = .wholeLoops
    let train = GraphSplit.train(waiting: learnedLoops)
    return Experiment(
      id: "graphs/looped-longer",
      claim:
        "Learned with \(learnedLoops) loops and asked with 64, all networks know what is never reached, and few the rest: "
        + "others are off by one in every answer.",
      profile: profile, model: .looped(model),
      stages: [Stage("train", on: .vertices(train), scale.recipe)],
      asked: [
        AskedSplit(.vertices(train), count: scale.questions),
        AskedSplit(.vertices(.anyTarget16To32), count: scale.questions / 4, loops: GraphSplit.longestWait),
      ] + scale.waited,
      replicates: scale.replicates,
      claims: [
        .longer("train split unseen", train, .unseen),
        .longer("n=16...32 unseen", .anyTarget16To32, .unseen),
        .longer("n=64 reachable", .anyTarget64Waited, .reachableUnseenGraphs),
        .longer("n=64 unreachable", .anyTarget64Waited, .unreachable.and(.unseen)),
        .longer("paths of 20 vertices, 16...19 steps", .farApart, .unseen),
      ])
  }

  private static let learnedLoops = 32
}

extension Claim {
  fileprivate static func longer(_ subject: String, _ split: GraphSplit, _ slice: Slice) -> Claim {
    Claim(
      subject: subject, stage: "train", split: split.name, slice: slice, metric: .roundedAccuracy,
      requirement: .atLeast(0.95), isControl: false, testName: nil,
      provenance: .goal("What graphs/looped is held to in larger graphs."), leakLimit: .unseen)
  }
}
