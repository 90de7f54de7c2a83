import Bench
import Judging
import Results
import Storage
import Training
import Testing

/// Distances in graphs, where the graphs are larger and the targets others than those learned from.
@Suite(.thresholdTable) struct ShortestPaths {
  @Test func onPathSmallTarget() async throws {
    try await check(Experiment.shortestPathsOnPath, "small-target n=8...15 unseen")
  }

  @Test func onPathAnyTarget() async throws {
    try await check(Experiment.shortestPathsOnPath, "any-target n=8...15 unseen")
  }

  /// Without fine-tuning a model answers d(1,2) whatever the target: if it passed, the claims above would show nothing.
  @Test func notFineTunedFailsSmallTarget() async throws {
    try await check(Experiment.shortestPathsOnPath, "not fine-tuned: small-target n=8...15 unseen")
  }

  /// Nor is it enough to fine-tune: what carries over to large graphs was learned before.
  @Test func fromScratchFailsSmallTarget() async throws {
    try await check(Experiment.shortestPathsFromScratch, "from scratch: small-target n=8...15 unseen")
  }

  @Test func fromScratchFailsAnyTarget() async throws {
    try await check(Experiment.shortestPathsFromScratch, "from scratch: any-target n=8...15 unseen")
  }

  /// Of the published splits the hardest: most of its answers are the label of what cannot be reached, which fine-tuning
  /// never shows.
  @Test func fineTunedFailsAnyTargetInLargeGraphs() async throws {
    try await check(Experiment.shortestPathsOnPath, "fine-tuned: any-target in large graphs unseen")
  }

  /// Nor is fine-tuning on any target of small graphs enough, where their vertices have small numbers and where they have
  /// all.
  @Test func anyTargetFineTuningFailsInLargeGraphs() async throws {
    try await check(Experiment.shortestPathsOnPath, "any-target fine-tuning: in large graphs unseen")
  }

  @Test func renamedAnyTargetFineTuningFailsInLargeGraphs() async throws {
    try await check(Experiment.shortestPathsOnPath, "any-target fine-tuning, renamed: in large graphs unseen")
  }

  /// What it has learned is of graphs built as those of training.
  @Test func fineTunedFailsTrees() async throws {
    try await check(Experiment.shortestPathsOnPath, "fine-tuned: trees unseen")
  }

  @Test func fineTunedFailsGrids() async throws {
    try await check(Experiment.shortestPathsOnPath, "fine-tuned: grids unseen")
  }

  @Test func loopedAnyTargetInLargeGraphs() async throws {
    try await check(Experiment.loopedShortestPaths, "any-target unseen")
  }

  @Test func loopedOnPathAnyTarget() async throws {
    try await check(Experiment.loopedShortestPaths, "on-path any-target unseen")
  }

  /// Sizes that training never showed, with the loops it was trained with.
  @Test func loopedIn16To32Vertices() async throws {
    try await check(Experiment.loopedShortestPaths, "n=16...32 reachable")
  }

  @Test func loopedIn64Vertices() async throws {
    try await check(Experiment.loopedShortestPaths, "n=64 reachable")
  }

  // Graphs of the sizes that it learned from, and an 8 x 8 grid, built otherwise.

  @Test func loopedTrees() async throws { try await check(Experiment.loopedShortestPaths, "trees unseen") }

  @Test func loopedPaths() async throws { try await check(Experiment.loopedShortestPaths, "paths unseen") }

  @Test func loopedHubs() async throws { try await check(Experiment.loopedShortestPaths, "hubs unseen") }

  @Test func loopedTwoTrees() async throws { try await check(Experiment.loopedShortestPaths, "two-trees unseen") }

  @Test func loopedGrids() async throws { try await check(Experiment.loopedShortestPaths, "grids unseen") }

  @Test func loopedCliquesWithTails() async throws {
    try await check(Experiment.loopedShortestPaths, "cliques-with-tails unseen")
  }

  @Test func loopedSparse() async throws { try await check(Experiment.loopedShortestPaths, "sparse unseen") }

  @Test func loopedDenseGraphs() async throws { try await check(Experiment.loopedShortestPaths, "dense unseen") }

  @Test func loopedDenserGraphs() async throws { try await check(Experiment.loopedShortestPaths, "denser unseen") }

  @Test func loopedGrid64() async throws { try await check(Experiment.loopedShortestPaths, "grid-64 unseen") }

  @Test func namedLearns() async throws {
    try await check(Experiment.loopedShortestPathsWithNames, "named: train split unseen")
  }

  /// What carries over is that no vertex has a name: told the names, the same network fails where they are new.
  @Test func namedIn16To32Vertices() async throws {
    try await check(Experiment.loopedShortestPathsWithNames, "named: n=16...32 reachable")
  }

  @Test func namedIn64Vertices() async throws {
    try await check(Experiment.loopedShortestPathsWithNames, "named: n=64 reachable")
  }

  @Test func notFineTunedFailsAnyTarget() async throws {
    try await check(Experiment.shortestPathsOnPath, "not fine-tuned: any-target n=8...15 unseen")
  }
}
