import Bench
import Judging
import Testing

/// What is left to learn of sequences whose entropy is known, by size, data and compute.
@Suite(.thresholdTable) struct GenerativeScaling {
  // scaling/generative: mazes told whole.

  /// Without it nothing below means anything: the entropy is that of the very sequences that are asked.
  @Test func exact() async throws { try await check(Experiment.generativeMazes) }

  @Test func cycleBlindIsNot() async throws { try await check(Experiment.generativeMazes) }

  @Test func nothingIsBelowTheEntropy() async throws { try await check(Experiment.generativeMazes) }

  @Test func belowThatOfTheCycleBlind() async throws { try await check(Experiment.generativeMazes) }

  @Test func theFrontierFallsByAPower() async throws { try await check(Experiment.generativeMazes) }

  @Test func theWholeLossIsNone() async throws { try await check(Experiment.generativeMazes) }

  @Test func knowsOfCycles() async throws { try await check(Experiment.generativeMazes) }

  @Test func theSmallestDoesNot() async throws { try await check(Experiment.generativeMazes) }

  @Test func sizeHelpsAtEqualSteps() async throws { try await check(Experiment.generativeMazes) }

  @Test func notYetAtFirst() async throws { try await check(Experiment.generativeMazes) }

  @Test func dataHelp() async throws { try await check(Experiment.generativeMazes) }

  @Test func lessAtTheSmallest() async throws { try await check(Experiment.generativeMazes) }

  @Test func sizeIsOfNoUseAtEqualLoss() async throws { try await check(Experiment.generativeMazes) }

  @Test func atEqualStepsItIs() async throws { try await check(Experiment.generativeMazes) }

  // scaling/plateau: permutations, whose answers stand still for long.

  @Test func aPlateauIsNoEntropy() async throws { try await check(Experiment.generativePlateau) }

  @Test func withoutItTheConstantIs() async throws { try await check(Experiment.generativePlateau) }
}
