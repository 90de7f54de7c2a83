import Foundation
import Reports
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// Documents written of made-up runs, and what is noticed when baselines or files change behind them.
@Suite struct DocumentFolderTests {
  private let made: MadeUpFindings

  init() throws { made = try MadeUpFindings() }

  private func writeAll() throws {
    try made.keepRuns(answering: 2)
    try made.accept(answering: 2)
    #expect(try made.folder.write(made.document()).missing.isEmpty)
  }

  @Test func aDocumentWithItsRunsIsWhole() throws {
    try writeAll()
    let text = try made.text()
    #expect(text.contains("| test/tiny: tiny | squared error | ") && text.contains(" (3 seeds) | 0.5 | at most 1 |"))
    #expect(text.contains("| everything | 69 | ") && text.contains("| n=3 | ") && !text.contains("n=99"))
    #expect(text.contains("| all of it | squared error | 0.5 | "))
    #expect(text.contains("![test/tiny: training loss](made-up/tiny-training-loss.svg)"))
    #expect(try made.scratch.names(in: "docs/made-up").count == 4)
    #expect(try made.problems().isEmpty)
    // Once more, and every byte is the same.
    _ = try made.folder.write(made.document())
    #expect(try made.text() == text)
  }

  @Test func aFreshCloneKeepsWhatIsStillTrueAndSaysSo() throws {
    try writeAll()
    let text = try made.text()
    let outcome = try made.folder.write(made.document(hasRuns: false))
    #expect(outcome.kept == ["slices of test/tiny", "pictures of test/tiny"] && outcome.missing.isEmpty)
    #expect(try made.text() == text && made.scratch.names(in: "docs/made-up").count == 4)
  }

  @Test func anOldNumberIsNeverLeft() throws {
    try writeAll()
    try made.accept(answering: 3)
    #expect(
      try made.problems().map { $0.prefix(30) } == [
        "says \"| test/tiny: tiny | squa", "was made of other runs than th", "was made of other runs than th",
      ])
    // The kept runs are those of the old baseline: no numbers of theirs stand beside the new one's.
    let outcome = try made.folder.write(made.document())
    #expect(outcome.kept.isEmpty && outcome.missing.map(\.name) == ["slices of test/tiny", "pictures of test/tiny"])
    let text = try made.text()
    #expect(
      text.contains("> **Not shown.** The runs that the baseline of `test/tiny` was accepted of are not kept here"))
    #expect(text.contains("`swift run genbench run test/tiny --profile smoke`") && !text.contains("everything"))
    #expect(try made.scratch.names(in: "docs/made-up").isEmpty && made.problems().isEmpty)
  }

  @Test func withoutABaselineNothingIsClaimed() throws {
    try made.keepRuns(answering: 2)
    let outcome = try made.folder.write(made.document())
    #expect(outcome.missing.count == 2 && outcome.missing[0].why.contains("has no baseline yet"))
    let mend = "swift run genbench fixtures regenerate baselines/smoke/test/tiny"
    #expect(outcome.missing[0].why.contains("`\(mend)`"))
    #expect(try made.text().contains("| test/tiny: tiny | squared error | not recorded | 0.5 | at most 1 |  |"))
    #expect(try made.problems().isEmpty)
  }

  @Test func aTableThatWasEditedIsNoticed() throws {
    try writeAll()
    let path = made.scratch("docs/made-up.md")
    try AtomicFile.write(Array(made.text().replacing("at most 1 ", with: "at most 2 ").utf8), to: path)
    let problem = try #require(try made.folder.problems([made.document(hasRuns: false)]).first)
    #expect(problem.file == path && problem.what.contains("at most 2") && problem.what.contains("at most 1"))
    #expect(problem.mend == "swift run genbench report --results made-up")
  }

  @Test func aPictureThatIsGoneOrShownNowhereIsNoticed() throws {
    try writeAll()
    try FileManager.default.removeItem(atPath: made.scratch("docs/made-up/tiny-tiny-losses.svg"))
    #expect(try made.problems() == ["is missing"])
    try AtomicFile.write([], to: made.scratch("docs/made-up/other.svg"))
    #expect(try made.problems() == ["is missing", "is shown nowhere"])
    try AtomicFile.write([], to: made.scratch("docs/other.md"))
    #expect(try made.problems() == ["is missing", "is shown nowhere", "belongs to no document"])
    _ = try made.folder.write(made.document())
    #expect(try made.problems() == ["belongs to no document"])
  }

  @Test func aDocumentThatWasNeverWrittenIsMissing() throws {
    try made.accept(answering: 2)
    #expect(try made.problems() == ["is missing"])
  }

  /// The control answers as badly as the claim: the one does not hold, the other fails, as it must.
  @Test func aTableSaysHowTheBaselineStands() throws {
    try made.accept(answering: 2)
    let far = try made.document(hasRuns: false).markdown()
    #expect(far.contains("| misses it, as it must |"))
    try made.accept(answering: 90)
    #expect(try made.document(hasRuns: false).markdown().contains("| at most 1 | does not hold |"))
  }
}

extension ScratchFolder {
  fileprivate func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: self(folder)).sorted()
  }
}
