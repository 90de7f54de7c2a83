import Bench
import Judging
import Testing

/// Which parameters, layers and examples make a loss fall, step by step, and whether what helps in training helps elsewhere.
@Suite(.thresholdTable) struct LossAllocation {
  // lca/factors: start where everything helps, and change one thing at a time.

  /// Without it there is no allocation, and nothing below means anything.
  @Test func complete() async throws { try await check(Experiment.allocationFactors) }

  @Test func trapezoidsAreNot() async throws { try await check(Experiment.allocationFactors) }

  @Test func pointsAreNot() async throws { try await check(Experiment.allocationFactors) }

  @Test func twoIntervalsAreNot() async throws { try await check(Experiment.allocationFactors) }

  /// A theorem of rounding: exactly none of some two million.
  @Test func nothingHurtsAtThePoint() async throws { try await check(Experiment.allocationFactors) }

  @Test func withMomentumSomethingDoes() async throws { try await check(Experiment.allocationFactors) }

  @Test func underAdamSomethingDoes() async throws { try await check(Experiment.allocationFactors) }

  @Test func halfHelpUnderSGD() async throws { try await check(Experiment.allocationFactors) }

  @Test func halfHelpUnderRMSprop() async throws { try await check(Experiment.allocationFactors) }

  @Test func halfHelpUnderMomentum() async throws { try await check(Experiment.allocationFactors) }

  @Test func allHelpByWhatTheOptimizerReads() async throws { try await check(Experiment.allocationFactors) }

  @Test func momentumAlone() async throws { try await check(Experiment.allocationFactors) }

  @Test func wholeSetAlone() async throws { try await check(Experiment.allocationFactors) }

  @Test func integrationAlone() async throws { try await check(Experiment.allocationFactors) }

  @Test func noneOfThem() async throws { try await check(Experiment.allocationFactors) }

  @Test func momentumMost() async throws { try await check(Experiment.allocationFactors) }

  @Test func notIntegration() async throws { try await check(Experiment.allocationFactors) }

  /// Where a batch is the whole set, some hurt all the same: a step is finite.
  @Test func batchesAreNotAll() async throws { try await check(Experiment.allocationFactors) }

  @Test func aHundredthOfAStep() async throws { try await check(Experiment.allocationFactors) }

  @Test func heavyTails() async throws { try await check(Experiment.allocationFactors) }

  @Test func normalNumbersHaveNone() async throws { try await check(Experiment.allocationFactors) }

  @Test func noLayerHurtsUnderAdam() async throws { try await check(Experiment.allocationFactors) }

  @Test func someHurtBesideAFastHead() async throws { try await check(Experiment.allocationFactors) }

  // lca/coin-flip

  @Test func aCoinFlip() async throws { try await check(Experiment.allocationCoinFlip) }

  @Test func notOfSmallerBatches() async throws { try await check(Experiment.allocationCoinFlip) }

  // lca/layers: the paper's cures for a last layer that hurts, on one that does not.

  @Test func frozenHeadCosts() async throws { try await check(Experiment.allocationLayers) }

  @Test func nimbleHeadHelpsMore() async throws { try await check(Experiment.allocationLayers) }

  @Test func othersGiveWay() async throws { try await check(Experiment.allocationLayers) }

  @Test func slowHeadHelpsNoMore() async throws { try await check(Experiment.allocationLayers) }

  @Test func othersDoNotGiveWayToASlowOne() async throws { try await check(Experiment.allocationLayers) }

  @Test func slowHeadCostsLess() async throws { try await check(Experiment.allocationLayers) }

  // lca/synchrony: layers learn at the same steps, and the batch does not say when.

  @Test func synchronised() async throws { try await check(Experiment.allocationSynchrony) }

  @Test func stratifiedToo() async throws { try await check(Experiment.allocationSynchrony) }

  @Test func wholeBatchesToo() async throws { try await check(Experiment.allocationSynchrony) }

  @Test func rolledWholeBatchesAreNot() async throws { try await check(Experiment.allocationSynchrony) }

  @Test func rolledAreNot() async throws { try await check(Experiment.allocationSynchrony) }

  @Test func classCountsSayLittle() async throws { try await check(Experiment.allocationSynchrony) }

  @Test func theMeanErrorSaysMore() async throws { try await check(Experiment.allocationSynchrony) }

  @Test func countedOnesLearn() async throws { try await check(Experiment.allocationSynchrony) }

  @Test func permutedTheyDoNot() async throws { try await check(Experiment.allocationSynchrony) }

  // lca/examples

  @Test func classAgainstClass() async throws { try await check(Experiment.allocationExamples) }

  @Test func permutedClassesAreNot() async throws { try await check(Experiment.allocationExamples) }

  // lca/generalization: does what helps here help there?

  @Test func offTheDistributionToo() async throws { try await check(Experiment.allocationGeneralization) }

  @Test func offItPointsAreNot() async throws { try await check(Experiment.allocationGeneralization) }

  @Test func freshSignsAgree() async throws { try await check(Experiment.allocationGeneralization) }

  @Test func shiftedSignsAgree() async throws { try await check(Experiment.allocationGeneralization) }

  /// Paired by seed: the control is in the number itself, for by themselves shuffled labels vary more over seeds than it.
  @Test func moreThanWhereShuffled() async throws { try await check(Experiment.allocationGeneralization) }

  @Test func shuffledFreshOnesDoNot() async throws { try await check(Experiment.allocationGeneralization) }

  @Test func everyBlockHelpsTheShifted() async throws { try await check(Experiment.allocationGeneralization) }

  @Test func notSoTheRetained() async throws { try await check(Experiment.allocationGeneralization) }
}
