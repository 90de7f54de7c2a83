import Bench
import Judging
import Results
import Storage
import Training
import Testing

/// Paths in mazes, where the mazes are larger or made otherwise than those learned from.
@Suite(.thresholdTable) struct Mazes {
  @Test func in8x8() async throws { try await check(Experiment.mazesOfOtherSizes, "8 x 8") }

  @Test func heldOut() async throws { try await check(Experiment.mazesOfOtherSizes, "3 x 3 to 5 x 5, held out") }

  /// Trees with many short dead ends, where long corridors were learned from.
  @Test func wilson() async throws { try await check(Experiment.mazesOfOtherSizes, "3 x 3 to 5 x 5, Wilson's") }

  /// Trees alone were learned from; here there are ways around.
  @Test func withCycles() async throws { try await check(Experiment.mazesOfOtherSizes, "3 x 3 to 5 x 5, cycles") }

  // MARK: Mazes made otherwise

  @Test func kruskal() async throws { try await check(Experiment.mazesOfOtherSizes, "Kruskal's") }

  @Test func prim() async throws { try await check(Experiment.mazesOfOtherSizes, "Prim's") }

  @Test func recursiveDivision() async throws { try await check(Experiment.mazesOfOtherSizes, "recursive division") }

  /// Cells may be cut off, and there may be several ways.
  @Test func percolation60() async throws { try await check(Experiment.mazesOfOtherSizes, "percolation .6") }

  @Test func percolation80() async throws { try await check(Experiment.mazesOfOtherSizes, "percolation .8") }

  @Test func cycles5() async throws { try await check(Experiment.mazesOfOtherSizes, "cycles .05") }

  @Test func cycles20() async throws { try await check(Experiment.mazesOfOtherSizes, "cycles .2") }

  @Test func cycles40() async throws { try await check(Experiment.mazesOfOtherSizes, "cycles .4") }

  // MARK: Other ends, longer paths, a frame

  @Test func deadEnds() async throws { try await check(Experiment.mazesOfOtherSizes, "between dead ends") }

  @Test func longPaths() async throws { try await check(Experiment.mazesOfOtherSizes, "paths of 12 steps and more") }

  @Test func framed() async throws { try await check(Experiment.mazesOfOtherSizes, "in a frame of 6 x 6") }

  /// What is right cannot be guessed without following it.
  @Test func tooFewLoopsFail() async throws { try await check(Experiment.mazesOfOtherSizes, "6 x 6 in 6 loops") }
}
