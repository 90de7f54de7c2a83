import Bench
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
