import Foundation
import Reports
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// Documents filled from made-up runs, and what is noticed when baselines or files change behind them.
@Suite struct DocumentFolderTests {
  private let made: MadeUpFindings

  init() throws {
    made = try MadeUpFindings()
    try made.write()
  }

  private func fillAll() throws {
    try made.keepRuns(answering: 2)
    try made.accept(answering: 2)
    #expect(try made.fill().missing.isEmpty)
  }

  private static let shownByRuns = 5

  @Test func aDocumentWithItsRunsIsWhole() throws {
    try fillAll()
    let text = try made.text()
    #expect(text.contains("| test/tiny: tiny | squared error | ") && text.contains(" (3 seeds) | 0.5 | at most 1 |"))
    #expect(text.contains("| everything | 69 | ") && text.contains("| label=1 | ") && !text.contains("n=8...15"))
    #expect(text.contains("![test/tiny: training loss](made-up/tiny-training-loss.svg)"))
    #expect(try made.scratch.names(in: "docs/made-up").count == 5)
    #expect(try made.problems().isEmpty)
    // Once more, and every byte is the same.
    try made.fill()
    #expect(try made.text() == text)
  }

  /// Filled, refilled or emptied: what people wrote stays as they wrote it.
  @Test func onlyWhatStandsBetweenMarkersChanges() throws {
    func prose(_ text: String) throws -> String {
      let document = try DocumentText(text, file: "made-up.md")
      return document.filled(document.holes.map { _ in "" })
    }
    try fillAll()
    #expect(try prose(made.text()) == prose(MadeUpFindings.prose))
    #expect(try made.holes()[1].content.wholeMatch(of: /[0-9.]+ \\\[[-0-9.]+, [-0-9.]+\\\]/) != nil)
    try made.write(made.text().replacing("The end.", with: "Other words: 1.23 | *and* more."))
    let edited = try made.text()
    try made.accept(answering: 3)
    try made.fill()
    #expect(try made.text() != edited && prose(made.text()) == prose(edited))
  }

  @Test func aFreshCloneKeepsWhatIsStillTrueAndSaysSo() throws {
    try fillAll()
    let text = try made.text()
    let outcome = try made.fill(hasRuns: false)
    #expect(outcome.kept.count == Self.shownByRuns && outcome.missing.isEmpty)
    #expect(outcome.kept[1] == "training-loss test/tiny profile=smoke")
    #expect(try made.text() == text && made.scratch.names(in: "docs/made-up").count == 5)
  }

  @Test func anOldNumberIsNeverLeft() throws {
    try fillAll()
    try made.accept(answering: 3)
    #expect(
      try made.problems().map { $0.prefix(30) } == [
        "says \"| test/tiny: tiny | squa", try "says \"\(made.holes()[1].content)\" where the".prefix(30),
      ] + Array(repeating: "was made of other runs than th", count: Self.shownByRuns))
    // The kept runs are those of the old baseline: no numbers of theirs stand beside the new one's.
    let outcome = try made.fill()
    #expect(outcome.kept.isEmpty && outcome.missing.count == Self.shownByRuns)
    let text = try made.text()
    #expect(
      text.contains("> **Not shown.** The runs that the baseline of `test/tiny` was accepted of are not kept here"))
    #expect(text.contains("`swift run genbench run test/tiny --profile smoke`") && !text.contains("everything"))
    #expect(try made.scratch.names(in: "docs/made-up").isEmpty && made.problems().isEmpty)
  }

  @Test func withoutABaselineNothingIsClaimed() throws {
    try made.keepRuns(answering: 2)
    let outcome = try made.fill()
    #expect(outcome.missing.count == Self.shownByRuns && outcome.missing[0].why.contains("has no baseline yet"))
    let mend = "swift run genbench fixtures regenerate baselines/smoke/test/tiny"
    #expect(outcome.missing[0].why.contains("`\(mend)`"))
    #expect(
      try made.text().contains(
        "| test/tiny: tiny | squared error | not recorded | 0.5 | at most 1 | a goal set before any run |  |"))
    #expect(try made.text().contains(" profile=smoke -->not recorded<!-- end -->, by"))
    #expect(try made.problems().isEmpty)
  }

  @Test func aTableThatWasEditedIsNoticed() throws {
    try fillAll()
    try made.write(made.text().replacing("at most 1 ", with: "at most 2 "))
    let problem = try #require(try made.folder.problems(made.findings(hasRuns: false)).first)
    #expect(problem.file == made.scratch("docs/made-up.md") && problem.field.hasPrefix("line 3: claims test/tiny "))
    #expect(problem.what.contains("at most 2") && problem.what.contains("at most 1"))
    #expect(problem.mend == "swift run genbench report --results made-up")
  }

  @Test func aPictureThatIsGoneOrShownNowhereIsNoticed() throws {
    try fillAll()
    try FileManager.default.removeItem(atPath: made.scratch("docs/made-up/tiny-tiny-losses.svg"))
    #expect(try made.problems() == ["is missing"])
    try AtomicFile.write([], to: made.scratch("docs/made-up/other.svg"))
    #expect(try made.problems() == ["is missing", "is shown nowhere"])
    try AtomicFile.write([], to: made.scratch("docs/other.md"))
    #expect(try made.problems() == ["is missing", "is shown nowhere", "belongs to no document"])
    try made.fill()
    #expect(try made.problems() == ["belongs to no document"])
  }

  /// Another folder gets the whole document, with the pictures of what was left as it stands.
  @Test func aDocumentIsFilledIntoAnotherFolder() throws {
    try fillAll()
    let text = try made.text()
    let other = DocumentFolder(made.scratch("other"), from: made.scratch("docs"), names: ["made-up"])
    #expect(try other.write("made-up", made.findings(hasRuns: false)).file == made.scratch("other/made-up.md"))
    #expect(try AtomicFile.read(made.scratch("other/made-up.md")).map { String(decoding: $0, as: UTF8.self) } == text)
    #expect(try made.scratch.names(in: "other/made-up") == made.scratch.names(in: "docs/made-up"))
  }

  /// A picture by size, and beside it one table of all sizes.
  @Test func leaksAreAPictureAndAShortTable() throws {
    try made.keepRuns(answering: 2)
    try made.accept(answering: 2)
    try made.write("# Leaks\n\n<!-- leaks test/tiny profile=smoke --><!-- end -->\n")
    #expect(try made.fill().missing.isEmpty)
    let text = try made.text()
    #expect(
      text.contains(
        "![test/tiny, how much of each question graphs/train has shown](made-up/tiny-shown-by-graphs-train.svg)"))
    #expect(text.contains("| Asked | Shown | By chance | More than by chance |"))
    // Of three to five vertices training shows nearly all, and chance alone repeats as many.
    let row = try #require(text.firstMatch(of: /\| tiny \| ([0-9.]+) % \| ([0-9.]+) % \| (-?[0-9.]+) points \|/))
    let (shown, chance) = (try #require(Double(row.1)), try #require(Double(row.2)))
    let difference = try #require(Double(row.3))
    #expect(shown > 50 && abs(shown - chance) < 30 && abs(shown - chance - difference) < 0.11)
    let svg = try #require(try AtomicFile.read(made.scratch("docs/made-up/tiny-shown-by-graphs-train.svg")))
    let drawn = try DrawnChart(String(decoding: svg, as: UTF8.self))
    let columns = drawn.texts.map(\.text).filter { ["all", "3", "4", "5", "6"].contains($0) }
    #expect(columns.prefix(4) == ["all", "3", "4", "5"] && drawn.outside.isEmpty)
  }

  /// A committed picture that the baselines would not draw is noticed like a number.
  @Test func aScoreboardIsDrawnOfBaselines() throws {
    let catalog = Findings(nil)
    let board = Scoreboard.all[2]
    let ids = board.rows.map(\.experiment).joined(separator: " ")
    try made.write("# Board\n\n<!-- scoreboard \(ids) --><!-- end -->\n")
    #expect(try made.folder.write("made-up", catalog).missing.isEmpty)
    let text = try made.text()
    #expect(text.contains("| Network | As learned | Other questions | Higher powers | More elements |"))
    #expect(text.contains("| the same, keeps vectors (`powers/squaring-vectors`) | [") && text.contains(" | *["))
    #expect(text.contains("(powering.md#powers-without-labels) |  |  |  |"))
    #expect(try made.folder.problems(catalog).isEmpty)
    try AtomicFile.write(Array("<svg/>".utf8), to: made.scratch("docs/made-up/powers-board.svg"))
    #expect(try made.folder.problems(catalog).map(\.what) == ["is not what the baselines draw"])
    try made.write("# Board\n\n<!-- scoreboard powers/squaring --><!-- end -->\n")
    let problem = try #require(throws: FixtureProblem.self) { _ = try made.folder.write("made-up", catalog) }
    #expect(problem.what.contains("names the rows of no scoreboard") && problem.mend.contains(ids))
  }

  @Test func aDocumentThatIsNotThereIsMissing() throws {
    try AtomicFile.remove(made.scratch("docs/made-up.md"))
    #expect(try made.problems() == ["is missing"])
    #expect(throws: FixtureProblem.self) { _ = try made.fill() }
  }

  /// The control answers as badly as the claim: the one does not hold, the other fails, as it must.
  @Test func aTableSaysHowTheBaselineStands() throws {
    try made.accept(answering: 2)
    try made.fill(hasRuns: false)
    #expect(try made.text().contains("| misses it, as it must |"))
    try made.accept(answering: 90)
    try made.fill(hasRuns: false)
    #expect(try made.text().contains("| at most 1 | a goal set before any run | does not hold"))
  }

  /// A marker that nothing can be made of is named with its line, and not a byte is written.
  @Test(arguments: [
    ("clams test/tiny profile=smoke", "unknown kind of hole \"clams\". Did you mean claims?"),
    ("claims test/tinny profile=smoke", "unknown experiment of the profile smoke \"test/tinny\". Did you mean"),
    ("claims test/tiny", "unknown experiment of the profile standard \"test/tiny\"."),
    ("claims profile=smoke", "names no experiment"),
    ("claims test/tiny profile=smoke split=graphs/tiny", "has an option that it does not know: split"),
    ("claims test/tiny profile=smoke published=\"huge: 1\"", "unknown claim \"huge: 1\"."),
    ("value test/tiny profile=smoke", "has no claim"),
    ("value test/tiny test/tiny claim=tiny profile=smoke", "names 2 experiments"),
    ("losses test/tiny claim=tin profile=smoke", "unknown claim \"tin\". Did you mean tiny?"),
    ("slices test/tiny split=graphs/huge metric=squared-error profile=smoke", "unknown split \"graphs/huge\"."),
    ("slices test/tiny split=graphs/tiny metric=accuracy profile=smoke", "unknown metric \"accuracy\"."),
    ("slices test/tiny split=graphs/tiny metric=squared-error after=never profile=smoke", "unknown after \"never\"."),
    ("anchors test/tiny profile=smoke", "names test/tiny. To mend it: name an experiment whose id begins with powers/"),
    ("training-loss test/tiny test/tiny profile=smoke", "names 2 experiments. To mend it: name 1"),
    ("published test/tiny of=letters profile=smoke", "names test/tiny"),
  ])
  func aMarkerThatSaysNothingIsNamed(marker: String, what: String) throws {
    try made.accept(answering: 2)
    let text = "One\nline.\n\n<!-- \(marker) -->7<!-- end -->\n"
    try made.write(text)
    let problem = try #require(throws: FixtureProblem.self) { _ = try made.fill(hasRuns: false) }
    let words = "\(problem)"
    #expect(words.contains("/docs/made-up.md: line 4: the marker \"") && words.contains(what), "\(words)")
    #expect(words.contains("To mend it: ") && !problem.mend.isEmpty)
    #expect(try made.text() == text && made.folder.written == ["made-up.md"])
  }
}

extension DocumentFolder {
  fileprivate var written: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }
}

extension ScratchFolder {
  fileprivate func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: self(folder)).sorted()
  }
}
