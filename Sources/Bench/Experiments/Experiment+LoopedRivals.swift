import Data
import Judging
import Learning
import Training

/// What `graphs/looped` is given by hand, taken away one at a time: the same questions, examples and number of replicates.
/// Vertices' numbers are given back by `graphs/looped-named`, and half of the loops taken away by
/// `graphs/looped-more-loops`.
extension Experiment {
  package static func loopedRivals(_ profile: Profile) -> [Experiment] {
    [loopedWithoutCounting(profile), fullAttention(profile)]
  }

  /// Without training, and without an answer that counts loops: the last state is read in their place.
  static func loopedWithoutCounting(_ profile: Profile) -> Experiment {
    let scale = LoopedShortestPathsScale.at(profile)
    let model = LoopedShortestPathsScale.model()
    var readsLastState = model
    readsLastState.answer = .lastState
    let larger: [GraphSplit] = [.anyTargetLargeGraphs, .trees, .grids, .anyTarget16To32, .anyTarget64]
    return Experiment(
      id: "graphs/looped-last-state",
      claim: "Read off the last state, what the looped network learned carries over as where its loops are counted.",
      profile: profile, model: .looped(model),
      stages: [
        Stage("untrained", on: .vertices(.train), .none),
        Stage(
          "last state", on: .vertices(.train), scale.recipe, model: .looped(readsLastState), startsOver: true),
      ],
      asked: ([GraphSplit.train] + larger).map {
        AskedSplit(.vertices($0), count: $0 == .anyTarget64 ? scale.questions / 8 : scale.questions / 2)
      },
      replicates: scale.replicates,
      claims: [
        .rival("untrained: any-target unseen", "untrained", .anyTargetLargeGraphs, .unseen, isControl: true),
        .rival("untrained: grids unseen", "untrained", .grids, .unseen, isControl: true),
        .rival("last state: train split unseen", "last state", .train, .unseen),
        .rival("last state: any-target unseen", "last state", .anyTargetLargeGraphs, .unseen),
        .rival("last state: trees unseen", "last state", .trees, .unseen),
        .rival("last state: grids unseen", "last state", .grids, .unseen),
        .rival("last state: n=16...32 reachable", "last state", .anyTarget16To32, .reachableUnseenGraphs),
        .rival("last state: n=64 reachable", "last state", .anyTarget64, .reachableUnseenGraphs),
      ])
  }

  /// Without links, loops and counting: the paper's encoder, in which every token hears every other. Its vertices have
  /// names drawn anew for each graph, all of which are trained, so no target is new to it.
  static func fullAttention(_ profile: Profile) -> Experiment {
    let scale = ShortestPathsScale.at(profile)
    let larger: [GraphSplit] = [.anyTargetLargeGraphs, .trees, .grids]
    return Experiment(
      id: "graphs/full-attention",
      claim: "By random names, full attention learns what the looped network learned along edges.",
      profile: profile, model: .encoder(scale.model),
      stages: [Stage("train", on: .renamedGraphs(.train), scale.train)],
      asked: ([GraphSplit.train] + larger).map { AskedSplit(.renamedGraphs($0), count: scale.questions / 2) },
      replicates: scale.replicates,
      claims: [
        .rival("full attention: train split unseen", "train", .train, .unseen),
        .rival("full attention: any-target unseen", "train", .anyTargetLargeGraphs, .unseen),
        .rival("full attention: trees unseen", "train", .trees, .unseen),
        .rival("full attention: grids unseen", "train", .grids, .unseen),
      ])
  }
}

extension Claim {
  fileprivate static func rival(
    _ subject: String, _ stage: String, _ split: GraphSplit, _ slice: Slice, isControl: Bool = false
  ) -> Claim {
    Claim(
      subject: subject, stage: stage, split: split.name, slice: slice, metric: .roundedAccuracy,
      requirement: .atLeast(0.95), isControl: isControl, testName: nil,
      provenance: .goal("What graphs/looped is held to."), leakLimit: isControl ? nil : .unseen)
  }
}
