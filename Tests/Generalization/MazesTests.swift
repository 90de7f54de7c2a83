import Bench
import Judging
import Testing

/// Paths in mazes, where the mazes are larger or made otherwise than those learned from.
@Suite(.thresholdTable) struct Mazes {
  @Test func in8x8() async throws { try await check(Experiment.mazesOfOtherSizes) }

  @Test func heldOut() async throws { try await check(Experiment.mazesOfOtherSizes) }

  /// Trees with many short dead ends, where long corridors were learned from.
  @Test func wilson() async throws { try await check(Experiment.mazesOfOtherSizes) }

  /// Trees alone were learned from; here there are ways around.
  @Test func withCycles() async throws { try await check(Experiment.mazesOfOtherSizes) }

  // MARK: Mazes made otherwise

  @Test func kruskal() async throws { try await check(Experiment.mazesOfOtherSizes) }

  @Test func prim() async throws { try await check(Experiment.mazesOfOtherSizes) }

  @Test func recursiveDivision() async throws { try await check(Experiment.mazesOfOtherSizes) }

  /// Cells may be cut off, and there may be several ways.
  @Test func percolation60() async throws { try await check(Experiment.mazesOfOtherSizes) }

  @Test func percolation80() async throws { try await check(Experiment.mazesOfOtherSizes) }

  @Test func cycles5() async throws { try await check(Experiment.mazesOfOtherSizes) }

  @Test func cycles20() async throws { try await check(Experiment.mazesOfOtherSizes) }

  @Test func cycles40() async throws { try await check(Experiment.mazesOfOtherSizes) }

  // MARK: Other ends, longer paths, a frame

  @Test func deadEnds() async throws { try await check(Experiment.mazesOfOtherSizes) }

  @Test func longPaths() async throws { try await check(Experiment.mazesOfOtherSizes) }

  @Test func framed() async throws { try await check(Experiment.mazesOfOtherSizes) }

  /// What is right cannot be guessed without following it.
  @Test func tooFewLoopsFail() async throws { try await check(Experiment.mazesOfOtherSizes) }
}
