import Bench
import Testing

/// Paths in mazes, where the mazes are larger or made otherwise than those learned from.
@Suite(.thresholdTable) struct Mazes {
  @Test func in8x8() async throws { try await check(Experiment.mazesOfOtherSizes, "8 x 8") }

  @Test func in15x15() async throws { try await check(Experiment.mazesOfOtherSizes, "15 x 15") }

  @Test func in30x30() async throws { try await check(Experiment.mazesOfOtherSizes, "30 x 30") }

  /// Trees with many short dead ends, where long corridors were learned from.
  @Test func wilson() async throws { try await check(Experiment.mazesOfOtherSizes, "wilson") }

  @Test func heldOut() async throws { try await check(Experiment.mazesOfOtherSizes, "held out") }

  /// Trees alone were learned from; here there are ways around.
  @Test func withCycles() async throws { try await check(Experiment.mazesOfOtherSizes, "cycles") }
}
