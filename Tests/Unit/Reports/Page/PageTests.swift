import Foundation
import Reports
import Testing

@Suite struct PageTests {
  static let empty = RunReport(provenance: Sample.report.provenance, claims: [])

  static let pages: [(name: String, text: String)] = [
    ("sample", Sample.report.page()), ("hostile", Sample.hostileReport.page()), ("empty", empty.page()),
  ]

  @Test(arguments: pages.map(\.name)) func aPageIsWellFormedAndJoined(_ name: String) throws {
    let text = try #require(Self.pages.first { $0.name == name }).text
    let page = ParsedPage(text)
    #expect(page.problem == nil)
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(ids.count == Set(ids).count, "ids are given once")
    for link in page.all("a") {
      let target = try #require(link.attributes["href"])
      #expect(target.hasPrefix("#") && ids.contains(String(target.dropFirst())), "\(target) leads nowhere")
    }
    for names in page.elements.compactMap({ $0.attributes["aria-labelledby"] }) {
      #expect(names.split(separator: " ").allSatisfy { ids.contains(String($0)) }, "\(names) is not there")
    }
  }

  @Test(arguments: pages.map(\.name)) func nothingIsRunOrLoaded(_ name: String) throws {
    let text = try #require(Self.pages.first { $0.name == name }).text
    let page = ParsedPage(text)
    #expect(page.all("script", "iframe", "object", "form").isEmpty)
    // An image runs and loads nothing, and base64 has no character that could end it.
    let start = "data:image/svg+xml;base64,"
    for image in page.all("img") {
      let source = try #require(image.attributes["src"])
      #expect(source.hasPrefix(start) && Data(base64Encoded: String(source.dropFirst(start.count))) != nil)
      #expect(image.attributes["alt"]?.isEmpty == false)
    }
    let loaded = page.elements.filter { !["a", "img"].contains($0.name) }.flatMap { element in
      ["src", "href", "srcset", "xlink:href", "style"].compactMap { element.attributes[$0] }
    }
    #expect(loaded == ["data:,"])
    #expect(page.elements.allSatisfy { $0.attributes.keys.allSatisfy { !$0.hasPrefix("on") } })
    #expect(!text.contains("url(") && !text.contains("@import"))
    let policy = try #require(page.all("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" })
    #expect(policy.attributes["content"]?.hasPrefix("default-src 'none';") == true)
  }

  @Test(arguments: pages.map(\.name)) func headingsDescendAndTablesHaveHeads(_ name: String) throws {
    let page = ParsedPage(try #require(Self.pages.first { $0.name == name }).text)
    var level = 0
    for heading in page.all("h1", "h2", "h3", "h4", "h5", "h6") {
      let next = try #require(heading.name.last?.wholeNumberValue)
      #expect(next <= level + 1, "\(heading.text) jumps from \(level) to \(next)")
      level = next
    }
    #expect(page.all("h1").count == 1 && page.all("main").count == 1 && page.all("nav").count == 1)
    #expect(page.all("table").count == page.all("caption").count)
    #expect(page.all("caption").allSatisfy { !$0.text.isEmpty })
    #expect(page.all("th").allSatisfy { ["col", "row", "colgroup"].contains($0.attributes["scope"]) })
    for drawing in page.all("svg") where drawing.attributes["role"] == "img" {
      #expect(drawing.attributes["aria-labelledby"] != nil)
    }
  }

  @Test func aHostileNameStaysText() {
    let text = Self.pages[1].text
    for raw in ["<b>&\\u", "\u{1B}", "\u{202E}", "\n::error::"] {
      #expect(!text.contains(raw), "\(raw) is in the page")
    }
    let page = ParsedPage(text)
    #expect(page.all("b").allSatisfy { $0.text != "&" })
    // A control character, a reordering one and a tag, each as it can be read.
    #expect(page.all("h1", "h2").contains { $0.text.contains("<b>&\\u{1b}[31m") && $0.text.contains("\\u{202e}") })
    let titles = page.all("title").map(\.text)
    #expect(titles.first?.contains("::error::") == true && titles.allSatisfy { !$0.contains("\n") })
  }

  @Test func whatAnInstrumentSawIsInThePage() throws {
    let images = ParsedPage(Sample.report.page()).all("img")
    #expect(images.map { $0.attributes["alt"] } == ["what each layer did"])
    #expect(
      images[0].attributes["src"]?.hasSuffix(Data("<svg><title>ä</title></svg>".utf8).base64EncodedString()) == true)
  }

  @Test func whatFailedStandsFirst() throws {
    let page = ParsedPage(Sample.report.page())
    #expect(page.all("h1")[0].text == "1 of 7 claims and controls failed")
    let rows = page.all("tr", within: "verdict")
    #expect(rows.count == 8)
    #expect(rows[1].text.contains("newly failing") && rows[1].text.contains("order 30"))
    #expect(rows.dropFirst(2).allSatisfy { $0.text.contains("passed") })
    let verdict = try #require(page.text(of: "verdict"))
    for text in ["seed 2 diverged at step 4,100", "NaN is not below 2.00", "tools/test --filter 'Powering/newOrder'"] {
      #expect(verdict.contains(text), "\(text) is not said on top")
    }
  }

  @Test func aClaimSaysAllItsNumbersInText() throws {
    let page = ParsedPage(Sample.report.page())
    let article = try #require(page.text(of: "graphs-on-path-small-target-n-8-15-unseen"))
    for text in [
      "passed same bits as the baseline", "squared error", "0.155", "[0.096, 0.214]", "5 seeds", "≤\u{A0}0.250",
      "best constant0.862", "always d(1,2)0.435", "0.0 %", "the same after train 0.696",
      "Gap +0.150 [+0.091, +0.209] paired by seed, 29.9 times",
      "0.000", "40,960", "n=8...15 unseen t=3...15 worst", "[0.177, 0.393]", "30.8 %", "NaN", "8.4k",
      "seed 0, index 20,417", "genbench export graphs/on-path-any-target --count 20418",
      "ShortestPaths/onPathSmallTarget",
    ] {
      #expect(article.contains(text), "\(text) is not said")
    }
    let provenance = try #require(page.text(of: "provenance"))
    for text in ["standard", "5d2f0c9be1a47f3386d9be0c71f2a45e", "swift 6.3.1", "2025-03-31", "9f31c1d2e3a4b510"] {
      #expect(provenance.contains(text), "\(text) is not said")
    }
  }

  @Test func changeStandsBesideWhatCouldBeDetected() throws {
    var report = Sample.report
    report.claims = [ClaimReport(row: Sample.failed)]
    let page = ParsedPage(report.page())
    let facts = page.all("dd").map(\.text)
    #expect(facts.contains("+0.039 [+0.021, +0.058] paired, p = 0.008"))
    #expect(facts.contains("a change of 0.017 or more"))
    #expect(page.all("h1")[0].text == "1 of 1 claim failed")
    #expect(page.all("li").contains { $0.text == "upper bound 0.166 exceeds 0.120" })
  }

  /// Wherever it stands among the slices.
  @Test func aSliceWithoutAScoreIsTheWorst() {
    for place in 0..<3 {
      var row = Sample.passed
      row.worstSlice = nil
      row.slices = [0.1, 0.3, 0.2].enumerated().map { Score("part \($0)", $0 == place ? .nan : $1) }
      let page = ParsedPage(RunReport(provenance: Sample.report.provenance, claims: [ClaimReport(row: row)]).page())
      #expect(page.all("dd").map(\.text).contains("part \(place) (NaN)"))
    }
  }

  @Test func noMarkIsSaidByColourAlone() {
    for mark in Mark.allCases {
      var row = Sample.passed
      row.mark = mark
      let page = ParsedPage(RunReport(provenance: Sample.report.provenance, claims: [ClaimReport(row: row)]).page())
      let badge = page.all("p").first { $0.attributes["class"]?.hasPrefix("badge") == true }?.text
      #expect(badge?.hasPrefix(mark.symbol()) == true && (badge?.count ?? 0) > 5, "\(mark) says \(badge ?? "nothing")")
    }
  }

  @Test func anEmptyReportSaysSo() throws {
    let page = ParsedPage(Self.empty.page())
    #expect(page.all("h1")[0].text == "Nothing was judged")
    #expect(page.all("article").isEmpty)
    #expect(page.text(of: "provenance")?.contains("swift 6.3.1") == true)
  }

  @Test func aHundredClaimsAreQuickAndFolded() throws {
    func report(_ count: Int) -> RunReport {
      var report = Sample.report
      report.claims = (0..<count).map { index in
        var claim = Sample.report.claims[index % 3]
        claim.row.subject += " number \(index)"
        if index == 57 { claim.row.mark = .failed }
        return claim
      }
      return report
    }
    let text = report(100).page()
    // Side by side, the best of three: ten times the claims take ten times as long. Thirty times is a defect.
    let (few, many) = (report(10), report(100))
    let clock = ContinuousClock()
    func best(_ report: RunReport) -> Duration { (0..<3).map { _ in clock.measure { _ = report.page() } }.min()! }
    let (short, long) = (best(few), best(many))
    #expect(long < short * 30, "\(long) and \(short)")
    #expect(text.utf8.count < 6_000_000)
    let page = ParsedPage(text)
    let evidence = page.all("details").filter {
      $0.attributes["class"] == "evidence" && page.parent(of: $0)?.name == "article"
    }
    #expect(evidence.count == 100)
    let unfolded = evidence.filter { $0.attributes["open"] != nil }
    #expect(unfolded.count == 1)
    let claim = try #require(unfolded.first.flatMap(page.parent))
    #expect(claim.attributes["aria-label"]?.hasSuffix("number 57") == true)
  }

  @Test func theSameReportGivesTheSameText() { #expect(Sample.report.page() == Sample.report.page()) }
}
