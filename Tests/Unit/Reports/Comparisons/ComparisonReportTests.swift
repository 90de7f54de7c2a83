import Testing

@testable import Reports

@Suite struct ComparisonReportTests {
  @Test func itIsWorseWhereAClaimIsOrNowFails() {
    #expect(Sample.comparison.isWorse)
    var comparison = Sample.comparison
    comparison.claims.removeFirst()
    #expect(!comparison.isWorse)
    comparison.claims[1].head.mark = .failed
    #expect(comparison.isWorse && comparison.summary.contains("1 now failing"))
  }

  /// A gate is red where a claim is worse, fails now, is gone, or is new and fails; and where nothing is there at all.
  @Test func aGateSaysWhyItIsRed() {
    let provenance = Sample.run.provenance
    var comparison = ComparisonReport(base: provenance, head: provenance, claims: [])
    #expect(comparison.objections == ["head has no claims"])
    let name = ClaimReport.Name(experiment: "a", subject: "b")
    comparison.onlyInBase = [name]
    #expect(comparison.objections == ["head has no claims"])
    comparison.onlyInHead = [name]
    #expect(comparison.objections == ["a b is only in base: head lacks it"])
    comparison.onlyInBase = []
    #expect(comparison.objections.isEmpty)
    comparison.failingOnlyInHead = [name]
    #expect(comparison.objections == ["a b fails, and is only in head"])
    comparison = Sample.comparison
    comparison.onlyInBase = []
    let worse = comparison.claims[0].name
    #expect(comparison.objections == ["\(worse) is worse beyond noise", "\(worse) fails, and did not in base"])
    comparison.claims.removeFirst()
    #expect(comparison.objections.isEmpty)
  }

  @Test func theSameBitsAreSaidPlainly() {
    let lines = Sample.comparison.text(width: 200).split(separator: "\n")
    #expect(lines.contains("= mazes/shuffled  length 1...8   exact match 0.0213"))
    #expect(lines.contains { $0.contains("= same bits") })
    #expect(lines.last == "4 claims compared: 1 worse, 1 better, 1 same bits, 1 not comparable, 1 now failing")
  }

  @Test(arguments: [40, 60, 80, 120, 200]) func noLineIsWiderThanTheTerminal(width: Int) {
    for line in Sample.comparison.text(width: width).split(separator: "\n") {
      #expect(String(line).columns <= width, "\(line)")
    }
  }

  @Test func namesCannotLeaveTheirLine() {
    for text in [Sample.comparison.text(), Sample.comparison.markdown(title: Sample.hostileName)] {
      #expect(!text.contains("\u{1B}") && !text.contains("\n::error"))
    }
  }

  @Test func nothingComparedIsSaidSo() {
    let empty = ComparisonReport(base: Sample.run.provenance, head: Sample.run.provenance, claims: [])
    #expect(empty.text().hasSuffix("\n0 claims compared\n") && !empty.isWorse)
    #expect(empty.markdown(title: "t").contains("0 claims compared"))
  }
}
