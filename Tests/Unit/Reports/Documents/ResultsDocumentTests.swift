import Testing

@testable import Reports

/// What is written between the marks, and what of it survives.
@Suite struct ResultsDocumentTests {
  private func document(_ parts: MeasuredPart...) -> ResultsDocument {
    ResultsDocument("made-up", title: "Made up", sections: [.init("Runs", parts.map { .measured($0) })])
  }

  private func missing(_ name: String, runs: String?) -> MeasuredPart {
    MeasuredPart(name, runs: runs, .missing("Why."))
  }

  @Test func theSameDocumentIsTheSameText() {
    #expect(Sample.document.markdown() == Sample.document.markdown())
    #expect(Sample.document.pictures.map(\.name) == ["slices-by-size"])
    #expect(Sample.document.missing.map(\.name) == ["pictures"])
  }

  @Test func aTextIsCutAtItsMarks() {
    let text = DocumentText(Sample.document.markdown())
    #expect(text.regions.map(\.name) == ["slices", "pictures"])
    #expect(text.regions.map(\.runs) == ["0a", nil])
    #expect(text.pictures == ["made-up/slices-by-size.svg"])
    #expect(text.outline.contains("(slices)") && text.outline.contains("# Made up: \\*not\\* measured"))
    #expect(!text.outline.contains { $0.contains("By size") || $0.contains("<!--") })
    #expect(text.regions[1].text.contains("> **Not shown.** The runs are not here; to train them: `run`."))
  }

  @Test func aPartIsLeftAsItStandsWhereItsRunsAreStillThose() {
    let before = document(Sample.shown("one"), Sample.shown("two"))
    let standing = DocumentText(before.markdown())
    #expect(
      document(missing("one", runs: "0a"), missing("two", runs: "0a")).markdown(keeping: standing) == before.markdown())
    let after = document(missing("one", runs: "0b"), missing("two", runs: "0a")).markdown(keeping: standing)
    #expect(after.contains("<!-- runs none: one -->\n\n> **Not shown.** Why.\n\n<!-- end of runs -->"))
    #expect(after.contains("<!-- runs 0a: two -->") && after.matches(of: /by-size\.svg/).count == 1)
  }

  @Test func nothingIsLeftOfAPartThatWasNotShownOrHasNoBaseline() {
    let standing = DocumentText(document(missing("one", runs: "0a")).markdown())
    #expect(standing.stillTrue(of: missing("one", runs: "0a")) == nil)
    #expect(standing.stillTrue(of: missing("one", runs: nil)) == nil)
    #expect(standing.stillTrue(of: missing("two", runs: "0a")) == nil)
  }

  @Test func whatIsShownNowReplacesWhatStands() {
    let standing = DocumentText(document(Sample.shown("one")).markdown())
    let now = MeasuredPart("one", runs: "0a", .shown([.text("Other words.")]))
    let text = document(now).markdown(keeping: standing)
    #expect(text.contains("Other words.") && !text.contains("by-size"))
  }

  @Test func aRegionWithoutAnEndIsNone() {
    let text = DocumentText("a\n<!-- runs 0a: one -->\n1.23")
    #expect(text.regions.isEmpty && text.outline == ["a", "(one)", "<!-- runs 0a: one -->", "1.23"])
  }

  @Test func aCellIsOneCell() {
    let table = DocumentTable(columns: [.words("a|b"), .numbers("n")], rows: [[Sample.hostileName, "1\n2"]])
    let lines = table.markdown.split(separator: "\n")
    #expect(lines.count == 3 && lines[0] == #"| a\|b | n |"# && lines[1] == "| :-- | --: |")
    // Three bars that are no text.
    #expect(lines[2].replacing(#"\|"#, with: "").count { $0 == "|" } == 3)
  }

  @Test func anEstimateIsACell() {
    let error = Estimate(mean: 0.141, interval: .init(0.118, 0.166), seeds: 5)
    #expect(error.text(as: .number) == "0.141 [0.118, 0.166] (5 seeds)")
    #expect(error.bareText(as: .number) == "0.141 [0.118, 0.166]")
    #expect(Estimate(mean: 2, interval: nil, seeds: 1).text(as: .number) == "2.00 (1 seed)")
    let share = Estimate(mean: 0.9953, interval: .init(0.9834, 1.0073), seeds: 5)
    #expect(share.bareText(as: .share) == "99.5 % [98.3, 100.7]")
    let one = Estimate(mean: 1, interval: .init(-.infinity, .infinity), seeds: 1)
    #expect(one.text(as: .share) == "100.0 % [-inf, inf] (1 seed)")
  }
}
