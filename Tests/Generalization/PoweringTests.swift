import Bench
import Judging
import Results
import Storage
import Training
import Testing

/// Powers of permutations: learned without labels from an overseer that may fail, and asked beyond what was learned.
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

  @Test func nothingIsLearnedFromFailuresAlone() async throws {
    try await check(Experiment.failuresAlone, "X_PA after failures alone")
  }

  @Test func depth4Of8() async throws { try await check(Experiment.powersBySquaring, "8 elements, depth 4") }

  @Test func depth5Of8() async throws { try await check(Experiment.powersBySquaring, "8 elements, depth 5") }

  /// k in 32...63, where neither x itself nor the power of k's three lowest bits is the answer.
  @Test func depth6Of8() async throws { try await check(Experiment.powersBySquaring, "8 elements, depth 6") }

  @Test func depth6Of16() async throws { try await check(Experiment.powersBySquaring, "16 elements, depth 6") }

  @Test func depth6Of32() async throws { try await check(Experiment.powersBySquaring, "32 elements, depth 6") }

  /// The order is above the exponent: it is no smaller power in disguise.
  @Test func newPowersOf16() async throws {
    try await check(Experiment.powersBySquaring, "16 elements, powers without a smaller name")
  }

  /// Between the 4, 6 and 7 of training.
  @Test func exponent5() async throws { try await check(Experiment.powersBySquaring, "the exponent 5") }

  /// The control learns what it is shown as well.
  @Test func vectorsLearn() async throws {
    try await check(Experiment.powersByVectors, "vectors: held-out permutations")
  }

  @Test func vectorsFailDepth4() async throws {
    try await check(Experiment.powersByVectors, "vectors: 8 elements, depth 4")
  }

  @Test func vectorsFailDepth6() async throws {
    try await check(Experiment.powersByVectors, "vectors: 8 elements, depth 6")
  }
}
