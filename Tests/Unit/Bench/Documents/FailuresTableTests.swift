import Testing

@testable import Bench
@testable import Judging
@testable import Reports
@testable import Storage

/// How often training failed, as a document says it.
@Suite struct FailuresTableTests {
  private let made: MadeUpFindings

  init() throws { made = try MadeUpFindings() }

  private func accept(_ scores: [Double]) throws {
    try Baseline(
      id: made.experiment.id,
      claims: ["tiny", "control"].map { subject in
        Baseline.ClaimScores(
          subject: subject, scores: scores.enumerated().map { SeedScore(seed: $0.offset, score: $0.element) })
      }, runs: [], datasets: [], sourceHash: "0a", toolchain: "swift", date: "2025-01-02", reason: "made up"
    ).save(in: made.scratch("fixtures/baselines/smoke"))
  }

  private func rows() throws -> [[String]] {
    try made.findings(hasRuns: false).failures(of: [made.experiment]).rows
  }

  /// A score at the threshold of 1 meets it. Of 30, 2 are above: Wilson's interval, and the bound of Clopper and Pearson,
  /// by SciPy's `binomtest(2, 30).proportion_ci(method="wilson")` and `beta.ppf(0.95, 3, 28)`.
  @Test func missesAreCountedWithBothBounds() throws {
    try accept(Array(repeating: 1, count: 28) + [1.001, 70])
    #expect(try rows() == [["test/tiny: tiny", "30", "2", "6.7 % [1.8, 21.3]", "19.5 %"]])
  }

  @Test func noFailureOfThirtyIsStillSomeOfAll() throws {
    try accept(Array(repeating: 0, count: 30))
    #expect(try rows() == [["test/tiny: tiny", "30", "0", "0.0 % [0.0, 11.4]", "9.5 %"]])
  }

  @Test func allOfThemMayFail() throws {
    try accept([2, 3])
    let row = try rows()[0]
    #expect(row[1...2] == ["2", "2"] && row[4] == "100.0 %")
  }

  @Test func whatIsNotRecordedSaysSo() throws {
    #expect(try rows() == [["test/tiny: tiny", "not recorded", "", "", ""]])
  }

  /// It follows from committed files alone, so a test finds a document that says something else.
  @Test func aDocumentIsHeldAgainstTheBaseline() throws {
    try made.write("# Made up\n\n<!-- failures test/tiny profile=smoke -->\n<!-- end -->\n")
    try accept([0, 0, 0])
    try made.fill(hasRuns: false)
    #expect(try made.problems().isEmpty && made.text().contains("| test/tiny: tiny | 3 | 0 | "))
    try accept([0, 0, 2])
    #expect(try made.problems().count == 1)
  }
}
