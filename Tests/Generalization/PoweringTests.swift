import Bench
import Judging
import Testing

/// Powers of permutations: learned without labels from an overseer that may fail, and asked beyond what was learned.
@Suite(.thresholdTable) struct Powering {
  @Test func learnsWithoutLabels() async throws { try await check(Experiment.amplification) }

  /// Nobody can learn before those do whose answers it learns from.
  @Test func learnsInOrder() async throws { try await check(Experiment.amplification) }

  @Test func targetsOfDepth2At1Percent() async throws {
    try await check(Experiment.failuresOf1Percent)
  }

  @Test func targetsOfDepth3At1Percent() async throws {
    try await check(Experiment.failuresOf1Percent)
  }

  @Test func targetsOfDepth2At10Percent() async throws {
    try await check(Experiment.failuresOf10Percent)
  }

  @Test func targetsOfDepth3At10Percent() async throws {
    try await check(Experiment.failuresOf10Percent)
  }

  @Test func targetsOfDepth2At30Percent() async throws {
    try await check(Experiment.failuresOf30Percent)
  }

  @Test func targetsOfDepth3At30Percent() async throws {
    try await check(Experiment.failuresOf30Percent)
  }

  @Test func moreReliableThanItsOverseerAt10Percent() async throws {
    try await check(Experiment.failuresOf10Percent)
  }

  @Test func theOverseerIsUnreliableAt10Percent() async throws {
    try await check(Experiment.failuresOf10Percent)
  }

  @Test func moreReliableThanItsOverseerAt30Percent() async throws {
    try await check(Experiment.failuresOf30Percent)
  }

  @Test func theOverseerIsUnreliableAt30Percent() async throws {
    try await check(Experiment.failuresOf30Percent)
  }

  @Test func nothingIsLearnedFromFailuresAlone() async throws {
    try await check(Experiment.failuresAlone)
  }

  @Test func depth4Of8() async throws { try await check(Experiment.powersBySquaring) }

  @Test func depth5Of8() async throws { try await check(Experiment.powersBySquaring) }

  /// k in 32...63, where neither x itself nor the power of k's three lowest bits is the answer.
  @Test func depth6Of8() async throws { try await check(Experiment.powersBySquaring) }

  @Test func depth6Of16() async throws { try await check(Experiment.powersBySquaring) }

  @Test func depth6Of32() async throws { try await check(Experiment.powersBySquaring) }

  /// The order is above the exponent: it is no smaller power in disguise.
  @Test func newPowersOf16() async throws {
    try await check(Experiment.powersBySquaring)
  }

  /// Between the 4, 6 and 7 of training.
  @Test func exponent5() async throws { try await check(Experiment.powersBySquaring) }

  /// The control learns what it is shown as well.
  @Test func vectorsLearn() async throws {
    try await check(Experiment.powersByVectors)
  }

  @Test func vectorsFailDepth4() async throws {
    try await check(Experiment.powersByVectors)
  }

  @Test func vectorsFailDepth6() async throws {
    try await check(Experiment.powersByVectors)
  }
}
