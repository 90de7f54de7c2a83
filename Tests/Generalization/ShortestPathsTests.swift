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

  @Test func notFineTunedFailsAnyTarget() async throws {
    try await check(Experiment.shortestPathsOnPath, "not fine-tuned: any-target n=8...15 unseen")
  }
}
