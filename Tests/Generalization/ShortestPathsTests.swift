import Bench
import Judging
import Testing

/// Distances in graphs, where the graphs are larger and the targets others than those learned from.
@Suite(.thresholdTable) struct ShortestPaths {
  @Test func onPathSmallTarget() async throws {
    try await check(Experiment.shortestPathsOnPath)
  }

  @Test func onPathAnyTarget() async throws {
    try await check(Experiment.shortestPathsOnPath)
  }

  /// Without fine-tuning a model answers d(1,2) whatever the target: if it passed, the claims above would show nothing.
  @Test func notFineTunedFailsSmallTarget() async throws {
    try await check(Experiment.shortestPathsOnPath)
  }

  /// Nor is it enough to fine-tune, on as many examples as both stages have: what carries over to large graphs was learned
  /// before.
  @Test func fromScratchFailsSmallTarget() async throws {
    try await check(Experiment.shortestPathsFromScratch)
  }

  @Test func fromScratchFailsAnyTarget() async throws {
    try await check(Experiment.shortestPathsFromScratch)
  }

  /// Of the published splits the hardest: most of its answers are the label of what cannot be reached, which fine-tuning
  /// never shows.
  @Test func fineTunedFailsAnyTargetInLargeGraphs() async throws {
    try await check(Experiment.shortestPathsOnPath)
  }

  /// Nor is fine-tuning on any target of small graphs enough, where their vertices have small numbers and where they have
  /// all.
  @Test func anyTargetFineTuningFailsInLargeGraphs() async throws {
    try await check(Experiment.shortestPathsOnPath)
  }

  @Test func renamedAnyTargetFineTuningFailsInLargeGraphs() async throws {
    try await check(Experiment.shortestPathsOnPath)
  }

  /// What it has learned is of graphs built as those of training.
  @Test func fineTunedFailsTrees() async throws {
    try await check(Experiment.shortestPathsOnPath)
  }

  @Test func fineTunedFailsGrids() async throws {
    try await check(Experiment.shortestPathsOnPath)
  }

  @Test func loopedAnyTargetInLargeGraphs() async throws {
    try await check(Experiment.loopedShortestPaths)
  }

  @Test func loopedOnPathAnyTarget() async throws {
    try await check(Experiment.loopedShortestPaths)
  }

  /// Sizes that training never showed, with the loops it was trained with.
  @Test func loopedIn16To32Vertices() async throws {
    try await check(Experiment.loopedShortestPaths)
  }

  @Test func loopedIn64Vertices() async throws {
    try await check(Experiment.loopedShortestPaths)
  }

  // Graphs of the sizes that it learned from, and an 8 x 8 grid, built otherwise.

  @Test func loopedTrees() async throws { try await check(Experiment.loopedShortestPaths) }

  @Test func loopedPaths() async throws { try await check(Experiment.loopedShortestPaths) }

  @Test func loopedHubs() async throws { try await check(Experiment.loopedShortestPaths) }

  @Test func loopedTwoTrees() async throws { try await check(Experiment.loopedShortestPaths) }

  @Test func loopedGrids() async throws { try await check(Experiment.loopedShortestPaths) }

  @Test func loopedCliquesWithTails() async throws {
    try await check(Experiment.loopedShortestPaths)
  }

  @Test func loopedSparse() async throws { try await check(Experiment.loopedShortestPaths) }

  @Test func loopedDenseGraphs() async throws { try await check(Experiment.loopedShortestPaths) }

  @Test func loopedDenserGraphs() async throws { try await check(Experiment.loopedShortestPaths) }

  @Test func loopedGrid64() async throws { try await check(Experiment.loopedShortestPaths) }

  @Test func namedLearns() async throws {
    try await check(Experiment.loopedShortestPathsWithNames)
  }

  /// Every number that is asked here was trained, and other targets could have carried over.
  @Test func namedAnyTargetInLargeGraphs() async throws {
    try await check(Experiment.loopedShortestPathsWithNames)
  }

  /// What carries over is that no vertex has a name: told the names, the same network fails where they are new.
  @Test func namedIn16To32Vertices() async throws {
    try await check(Experiment.loopedShortestPathsWithNames)
  }

  @Test func namedIn64Vertices() async throws {
    try await check(Experiment.loopedShortestPathsWithNames)
  }

  @Test func notFineTunedFailsAnyTarget() async throws {
    try await check(Experiment.shortestPathsOnPath)
  }
}
