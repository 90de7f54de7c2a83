/// Declares the claims about what one experiment's instrument reads: what they share is said once.
///
///     let claim = ReadingClaims(of: "lca/synchrony", at: "SGD", in: "LossAllocation")
///     claim("z", "standard deviations", .atLeast(5), test: "synchronised", from: .pilot("19 to 26."))
package struct ReadingClaims {
  private let experiment: String
  private let stage: String
  private let suite: String?

  /// - Parameters:
  ///   - stage: which each of them names.
  ///   - suite: that has the tests; nil for a study, which has none.
  package init(of experiment: String, at stage: String, in suite: String?) {
    (self.experiment, self.stage, self.suite) = (experiment, stage, suite)
  }

  /// The same of another stage.
  package func at(_ stage: String) -> ReadingClaims { ReadingClaims(of: experiment, at: stage, in: suite) }

  /// A claim about a number that is read, by its name.
  ///
  /// - Parameters:
  ///   - quantity: what the number is, as a table's column says it.
  ///   - floor: what would be read where there is nothing to be found.
  package func callAsFunction(
    _ name: String, _ quantity: String, _ requirement: Requirement, isControl: Bool = false,
    floor: TrivialPredictor? = nil, test: String? = nil, smallestEffect: Double? = nil,
    from provenance: Claim.Provenance
  ) -> Claim {
    precondition(
      (test == nil) == (suite == nil), "\(name): a claim of a suite has a test in it, and one of a study has none.")
    var lowerIsBetter = false
    if case .atMost = requirement { lowerIsBetter = true }
    return Claim(
      subject: name, stage: stage, split: experiment, slice: .everything,
      metric: Metric(quantity, .reading(lowerIsBetter: lowerIsBetter)), requirement: requirement,
      isControl: isControl, testName: suite.flatMap { suite in test.map { "\(suite)/\($0)" } }, provenance: provenance,
      smallestEffect: smallestEffect, floor: floor)
  }
}
