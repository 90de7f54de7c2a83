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
    longer(
      "graphs/looped-longer",
      "Learned with \(learnedLoops) loops and asked with 64, all networks know what is never reached, and few the rest: "
        + "others are off by one in every answer.",
      profile, stages: [("train", .wholeLoops)],
      Longer.allCases.map { $0.claim(after: "train") })
  }

  /// How many loops count is learned here, and not given: each goes on with a probability of its own, and what has stopped
  /// stays so, which leaves nothing to be rounded. Beside it the same network in which each loop counts by itself.
  package static func loopedStopping(_ profile: Profile) -> Experiment {
    longer(
      "graphs/looped-stopping",
      "Learned with \(learnedLoops) loops and asked with 64, a network that learns when to stop knows what is far and what "
        + "is never reached.",
      profile, stages: [("stops", .stopping), ("counts", .waiting)],
      Longer.allCases.map { $0.claim(after: "stops") }
        + [Longer.reachable, .farApart].map { $0.claim("each loop by itself: ", after: "counts", isControl: true) })
  }

  /// Stages begin alike and learn from the same graphs; only how their loops count differs.
  private static func longer(
    _ id: String, _ claim: String, _ profile: Profile, stages: [(name: String, answer: LoopedEncoderShape.Answer)],
    _ claims: [Claim]
  ) -> Experiment {
    let scale = LoopedShortestPathsScale.at(profile)
    func model(_ answer: LoopedEncoderShape.Answer) -> Architecture {
      var model = LoopedShortestPathsScale.model().looped(learnedLoops)
      model.answer = answer
      return .looped(model)
    }
    return Experiment(
      id: id, claim: claim, profile: profile, model: model(stages[0].answer),
      stages: [Stage(stages[0].name, on: .vertices(Longer.train), scale.recipe)]
        + stages.dropFirst().map { stage in
          Stage(
            stage.name, on: .vertices(Longer.train), scale.recipe, model: model(stage.answer), startsOver: true,
            stream: stages[0].name)
        },
      asked: [
        AskedSplit(.vertices(Longer.train), count: scale.questions),
        AskedSplit(.vertices(.anyTarget16To32), count: scale.questions / 4, loops: GraphSplit.longestWait),
      ] + scale.waited,
      replicates: scale.replicates, claims: claims)
  }

  fileprivate static let learnedLoops = 32
}

/// What networks that learned with more loops are asked.
private enum Longer: String, CaseIterable {
  case learned = "train split unseen"
  case larger = "n=16...32 unseen"
  case reachable = "n=64 reachable"
  // All that is never reached has one answer, so that alone it would be no question.
  case larger64 = "n=64, reached or not"
  case farApart = "paths of 20 vertices, 16...19 steps"

  static let train = GraphSplit.train(waiting: Experiment.learnedLoops)

  func claim(_ prefix: String = "", after stage: String, isControl: Bool = false) -> Claim {
    let (split, slice) = asked
    return Claim(
      subject: prefix + rawValue, stage: stage, split: split.name, slice: slice, metric: .roundedAccuracy,
      requirement: .atLeast(0.95), isControl: isControl, testName: nil,
      provenance: .goal("What graphs/looped is held to in larger graphs."), leakLimit: isControl ? nil : .unseen)
  }

  private var asked: (GraphSplit, Slice) {
    switch self {
    case .learned: (Self.train, .unseen)
    case .larger: (.anyTarget16To32, .unseen)
    case .reachable: (.anyTarget64Waited, .reachableUnseenGraphs)
    case .larger64: (.anyTarget64Waited, .unseen)
    case .farApart: (.farApart, .unseen)
    }
  }
}
