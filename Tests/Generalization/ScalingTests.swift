import Bench
import Judging
import Testing

/// What size does: to what is learned, to what it is worth where graphs are larger, and to what few examples add.
@Suite(.thresholdTable) struct Scaling {
  // scaling/strong-generalization: the same loss on small graphs, and larger ones.

  @Test func noBenefitOfSizeAt8() async throws { try await check(Experiment.strongGeneralization) }

  @Test func noBenefitOfSizeAt10() async throws { try await check(Experiment.strongGeneralization) }

  @Test func noBenefitOfSizeAt12() async throws { try await check(Experiment.strongGeneralization) }

  @Test func noBenefitOfSizeAt15() async throws { try await check(Experiment.strongGeneralization) }

  @Test func unmatchedThereIsOneAt8() async throws { try await check(Experiment.strongGeneralization) }

  @Test func unmatchedThereIsOneAt15() async throws { try await check(Experiment.strongGeneralization) }

  @Test func largerNeedsFewerExamples() async throws { try await check(Experiment.strongGeneralization) }

  @Test func itselfNeedsAsMany() async throws { try await check(Experiment.strongGeneralization) }

  // scaling/transfer: few examples of large graphs.

  @Test func fineTuningGainsFromSize() async throws { try await check(Experiment.transfer) }

  @Test func fromScratchDoesNot() async throws { try await check(Experiment.transfer) }

  @Test func everySizeGainsFromPretraining() async throws { try await check(Experiment.transfer) }
}
