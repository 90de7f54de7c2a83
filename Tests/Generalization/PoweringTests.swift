import Bench
import Testing

/// Powers of permutations.
@Suite(.thresholdTable) struct Powering {
  @Test func learnsWithoutLabels() async throws { try await check(Experiment.amplification, "X_PA, all questions") }

  /// Nobody can learn before those do whose answers it learns from.
  @Test func learnsInOrder() async throws { try await check(Experiment.amplification, "learning order") }

  @Test func targetsOfDepth2At1Percent() async throws {
    try await check(Experiment.failuresOf1Percent, "targets of depth 2 as in theory")
  }

  @Test func targetsOfDepth3At1Percent() async throws {
    try await check(Experiment.failuresOf1Percent, "targets of depth 3 as in theory")
  }

  @Test func targetsOfDepth2At10Percent() async throws {
    try await check(Experiment.failuresOf10Percent, "targets of depth 2 as in theory")
  }

  @Test func targetsOfDepth3At10Percent() async throws {
    try await check(Experiment.failuresOf10Percent, "targets of depth 3 as in theory")
  }

  @Test func targetsOfDepth2At30Percent() async throws {
    try await check(Experiment.failuresOf30Percent, "targets of depth 2 as in theory")
  }

  @Test func targetsOfDepth3At30Percent() async throws {
    try await check(Experiment.failuresOf30Percent, "targets of depth 3 as in theory")
  }

  @Test func moreReliableThanItsOverseerAt10Percent() async throws {
    try await check(Experiment.failuresOf10Percent, "X_PA, greedy, depth 2")
  }

  @Test func theOverseerIsUnreliableAt10Percent() async throws {
    try await check(Experiment.failuresOf10Percent, "the overseer of X_PA, depth 2")
  }

  @Test func moreReliableThanItsOverseerAt30Percent() async throws {
    try await check(Experiment.failuresOf30Percent, "X_PA, greedy, depth 2")
  }

  @Test func theOverseerIsUnreliableAt30Percent() async throws {
    try await check(Experiment.failuresOf30Percent, "the overseer of X_PA, depth 2")
  }

  @Test func failuresAlone() async throws { try await check(Experiment.failuresAlone, "targets as in theory") }

  @Test func nothingIsLearnedFromFailuresAlone() async throws {
    try await check(Experiment.failuresAlone, "X_PA after failures alone")
  }
}
