import Bench
import Testing

/// Powers of permutations, where the exponents are larger than any that were learned from.
@Suite(.thresholdTable) struct Powering {
  @Test func depth4() async throws { try await check(Experiment.powersBySquaring, "8 elements, depth 4") }

  @Test func depth5() async throws { try await check(Experiment.powersBySquaring, "8 elements, depth 5") }

  /// k in 32...63, where neither x itself nor the power of k's three lowest bits is the answer.
  @Test func depth6() async throws { try await check(Experiment.powersBySquaring, "8 elements, depth 6") }

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
