import Bench
import Testing

/// Paths in mazes, where the mazes are larger or made otherwise than those learned from.
@Suite(.thresholdTable) struct Mazes {
  @Test func in8x8() async throws { try await check(Experiment.mazesOfOtherSizes, "8 x 8") }

  @Test func heldOut() async throws { try await check(Experiment.mazesOfOtherSizes, "3 x 3 to 5 x 5, held out") }

  /// Trees with many short dead ends, where long corridors were learned from.
  @Test func wilson() async throws { try await check(Experiment.mazesOfOtherSizes, "3 x 3 to 5 x 5, Wilson's") }

  /// Trees alone were learned from; here there are ways around.
  @Test func withCycles() async throws { try await check(Experiment.mazesOfOtherSizes, "3 x 3 to 5 x 5, cycles") }
}
