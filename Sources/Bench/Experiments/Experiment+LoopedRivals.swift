import Data
import Judging
import Learning
import Training

/// What `graphs/looped` is given by hand, taken away one at a time, and a published network in its place: the same
/// questions, examples and number of replicates. Vertices' numbers are given back by `graphs/looped-named`, and
/// half of the loops taken away by `graphs/looped-more-loops`.
extension Experiment {
  package static func loopedRivals(_ profile: Profile) -> [Experiment] {
    [
      loopedWithoutCounting(profile), loopedUntied(profile), loopedAllLinked(profile), messagePassing(profile),
      fullAttention(profile),
    ]
  }

  /// Without training, and without an answer that counts loops: the last state is read in their place.
  static func loopedWithoutCounting(_ profile: Profile) -> Experiment {
    let scale = LoopedShortestPathsScale.at(profile)
    let model = LoopedShortestPathsScale.model()
    var readsLastState = model
    readsLastState.answer = .lastState
    return Experiment(
      id: "graphs/looped-last-state",
      claim: "Read off the last state, what the looped network learned carries over as where its loops are counted.",
      profile: profile, model: .looped(model),
      stages: [
        Stage("untrained", on: .vertices(.train), .none),
        Stage(
          "last state", on: .vertices(.train), scale.recipe, model: .looped(readsLastState), startsOver: true),
      ],
      asked: larger(scale), replicates: scale.replicates,
      claims: [
        .rival("untrained: any-target unseen", "untrained", .anyTargetLargeGraphs, .unseen, isControl: true),
        .rival("untrained: grids unseen", "untrained", .grids, .unseen, isControl: true),
      ] + Claim.larger("last state", after: "last state"))
  }

  /// Without tying: each of fifteen loops has a block of its own, and the network fifteen times the parameters.
  static func loopedUntied(_ profile: Profile) -> Experiment {
    let scale = LoopedShortestPathsScale.at(profile)
    var model = LoopedShortestPathsScale.model()
    model.isTied = false
    return Experiment(
      id: "graphs/looped-untied",
      claim: "With a block of its own for every loop, what the looped network learned carries over as with one.",
      profile: profile, model: .looped(model), stages: [Stage("train", on: .vertices(.train), scale.recipe)],
      asked: larger(scale), replicates: scale.replicates, claims: Claim.larger("untied", after: "train"))
  }

  /// Without being told whom to hear: every vertex has a link to every other, and an edge is one of three kinds.
  static func loopedAllLinked(_ profile: Profile) -> Experiment {
    let scale = LoopedShortestPathsScale.at(profile)
    var model = LoopedShortestPathsScale.model()
    model.linkKinds = VertexSource.linkKinds(linksAll: true)
    return Experiment(
      id: "graphs/looped-all-linked",
      claim: "Where all vertices hear one another, what the looped network learned carries over as along edges.",
      profile: profile, model: .looped(model), stages: [Stage("train", on: .linkedVertices(.train), scale.recipe)],
      asked: larger(scale, Examples.linkedVertices), replicates: scale.replicates,
      claims: Claim.larger("all linked", after: "train"))
  }

  /// Without attention and without counting loops: a published network that passes messages along the same edges, as often,
  /// and learns the same examples.
  static func messagePassing(_ profile: Profile) -> Experiment {
    let scale = LoopedShortestPathsScale.at(profile)
    let looped = LoopedShortestPathsScale.model()
    // 7 width^2 + 14 width + 1 parameters: 9,066. The looped network, 32 wide, has 8,805, and a width of 34 has fewer.
    let model = MessagePassingShape(
      vocabulary: looped.vocabulary, width: 35, linkKinds: looped.linkKinds, loops: looped.loops,
      outputs: looped.outputs, readout: looped.readout, loss: looped.loss)
    return Experiment(
      id: "graphs/message-passing",
      claim: "A published processor with maximum aggregation carries over as the looped network does.",
      profile: profile, model: .messagePassing(model),
      stages: [Stage("train", on: .vertices(.train), scale.recipe)],
      asked: larger(scale), replicates: scale.replicates, claims: Claim.larger("message passing", after: "train"))
  }

  /// The split that was learned, larger graphs, and graphs that are built otherwise.
  private static func larger(
    _ scale: LoopedShortestPathsScale, _ read: (GraphSplit) -> Examples = { .vertices($0) }
  ) -> [AskedSplit] {
    let splits: [GraphSplit] = [.train, .anyTargetLargeGraphs, .trees, .grids, .anyTarget16To32, .anyTarget64]
    return splits.map {
      AskedSplit(read($0), count: $0 == .anyTarget64 ? scale.questions / 8 : scale.questions / 2)
    }
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
  /// Of the split that was learned, of larger graphs, and of graphs that are built otherwise.
  fileprivate static func larger(_ rival: String, after stage: String) -> [Claim] {
    [
      .rival("\(rival): train split unseen", stage, .train, .unseen),
      .rival("\(rival): any-target unseen", stage, .anyTargetLargeGraphs, .unseen),
      .rival("\(rival): trees unseen", stage, .trees, .unseen),
      .rival("\(rival): grids unseen", stage, .grids, .unseen),
      .rival("\(rival): n=16...32 reachable", stage, .anyTarget16To32, .reachableUnseenGraphs),
      .rival("\(rival): n=64 reachable", stage, .anyTarget64, .reachableUnseenGraphs),
    ]
  }

  fileprivate static func rival(
    _ subject: String, _ stage: String, _ split: GraphSplit, _ slice: Slice, isControl: Bool = false
  ) -> Claim {
    Claim(
      subject: subject, stage: stage, split: split.name, slice: slice, metric: .roundedAccuracy,
      requirement: .atLeast(0.95), isControl: isControl, testName: nil,
      provenance: .goal("Nearly all; graphs/looped is held to 60 % in 16 to 64 vertices."),
      leakLimit: isControl ? nil : .unseen)
  }
}
