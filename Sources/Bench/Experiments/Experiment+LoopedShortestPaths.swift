import Data
import Judging
import Learning
import Training

extension Experiment {
  /// The paper's question without its difficulty: where tokens are vertices without names and the network may only pass
  /// on what it hears along edges, what was learned from d(1,2) alone answers every target, in graphs of every size.
  package static func loopedShortestPaths(_ profile: Profile) -> Experiment {
    looped(
      "graphs/looped",
      "Learned from d(1,2) in 3...15 vertices, distances carry over to any target and 16...64 vertices.",
      isNamed: false, profile)
  }

  /// The control: the same network, told which number each vertex has. Numbers above 15 are new to it.
  package static func loopedShortestPathsWithNames(_ profile: Profile) -> Experiment {
    looped(
      "graphs/looped-named",
      "With names, the same network does not carry over to more vertices than it learned names for.", isNamed: true,
      profile)
  }

  private static func looped(_ id: String, _ claim: String, isNamed: Bool, _ profile: Profile) -> Experiment {
    let scale = LoopedShortestPathsScale.at(profile)
    func asked(_ splits: [GraphSplit], count: Int) -> [AskedSplit] {
      splits.map { AskedSplit(.vertices($0, named: isNamed), count: count) }
    }
    let prefix = isNamed ? "named: " : ""
    let sizes: [Claim] = [
      .looped(
        "\(prefix)n=16...32 reachable", .anyTarget16To32, .reachableUnseenGraphs, .roundedAccuracy,
        .atLeast(scale.larger.value), scale.larger,
        isControl: isNamed, test: isNamed ? "namedIn16To32Vertices" : "loopedIn16To32Vertices"),
      .looped(
        "\(prefix)n=64 reachable", .anyTarget64, .reachableUnseenGraphs, .roundedAccuracy, .atLeast(scale.larger.value),
        scale.larger,
        isControl: isNamed, test: isNamed ? "namedIn64Vertices" : "loopedIn64Vertices"),
    ]
    // Or its failures would say only that it learned nothing.
    let learned = Claim.looped(
      "named: train split unseen", .train, .unseen, .roundedAccuracy, .atLeast(scale.named.value), scale.named,
      isControl: false, test: "namedLearns")
    // Every number that is asked here was trained, so it could have held.
    let targetsByName = Claim.looped(
      "named: any-target unseen", .anyTargetLargeGraphs, .unseen, .squaredError, .atMost(scale.anyTarget.value),
      scale.anyTargetByName, isControl: true, test: "namedAnyTargetInLargeGraphs")
    let targets: [Claim] = [
      .looped(
        "any-target unseen", .anyTargetLargeGraphs, .unseen, .squaredError, .atMost(scale.anyTarget.value),
        scale.anyTarget, isControl: false, test: "loopedAnyTargetInLargeGraphs"),
      .looped(
        "on-path any-target unseen", .onPathAnyTarget, .unseen, .squaredError, .atMost(scale.onPath.value),
        scale.onPath, isControl: false, test: "loopedOnPathAnyTarget"),
    ]
    return Experiment(
      id: id, claim: claim, profile: profile, model: .looped(LoopedShortestPathsScale.model(isNamed: isNamed)),
      stages: [Stage("train", on: .vertices(.train, named: isNamed), scale.recipe)],
      asked: asked(GraphSplit.published + [.anyTarget16To32], count: scale.questions)
        + asked([.anyTarget64], count: scale.questions / 8)
        + (isNamed
          ? []
          : asked(GraphSplit.structures + [.denser, .line], count: scale.questions / 4)
            + asked([.grid64], count: scale.questions / 16) + scale.waited),
      replicates: scale.replicates,
      claims: isNamed
        ? [learned, targetsByName] + sizes.map { $0.byDefinition("The names of vertices above 15 were never trained.") }
        : targets + sizes + structures(scale))
  }
}

extension Experiment {
  /// Graphs built otherwise than those learned from.
  private static func structures(_ scale: LoopedShortestPathsScale) -> [Claim] {
    let splits: [(GraphSplit, test: String)] = [
      (.trees, "Trees"), (.paths, "Paths"), (.hubs, "Hubs"), (.twoTrees, "TwoTrees"), (.grids, "Grids"),
      (.cliquesWithTails, "CliquesWithTails"), (.sparse, "Sparse"), (.dense, "DenseGraphs"), (.denser, "DenserGraphs"),
      (.grid64, "Grid64"),
    ]
    return splits.map { split, test in
      .looped(
        "\(split.localName) unseen", split, .unseen, .roundedAccuracy, .atLeast(scale.structures.value),
        scale.structures,
        isControl: false, test: "looped\(test)")
    }
  }
}

extension Claim {
  fileprivate static func looped(
    _ subject: String, _ split: GraphSplit, _ slice: Slice, _ metric: Metric, _ requirement: Requirement,
    _ threshold: Threshold, isControl: Bool, test: String
  ) -> Claim {
    Claim(
      subject: subject, stage: "train", split: split.name, slice: slice, metric: metric, requirement: requirement,
      isControl: isControl, testName: "ShortestPaths/\(test)",
      provenance: threshold.provenance, leakLimit: isControl ? nil : .unseen)
  }
}
