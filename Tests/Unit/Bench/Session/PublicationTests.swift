import Foundation
import Reports
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct PublicationTests {
  @Test func nothingIsAskedUnlessTheEnvironmentSaysSo() {
    for environment in [[:], ["CI": ""], ["GENBENCH_REPORTS": "", "GITHUB_STEP_SUMMARY": ""]] {
      let publication = Publication(environment, storeFolder: "store")
      #expect(publication.folder == nil && publication.summaryFile == nil && !publication.isOnGitHub)
    }
  }

  @Test(arguments: [
    (["CI": "true"], "store/reports" as String?, false), (["GITHUB_ACTIONS": "true"], "store/reports", true),
    (["GENBENCH_REPORTS": "out"], "out", false), (["GENBENCH_REPORTS": "out", "CI": "1"], "out", false),
    (["GITHUB_STEP_SUMMARY": "s"], nil, false),
  ])
  func theEnvironmentSaysWhere(environment: [String: String], folder: String?, isOnGitHub: Bool) {
    let publication = Publication(environment, storeFolder: "store")
    #expect(publication.folder == folder && publication.isOnGitHub == isOnGitHub)
  }

  @Test func theSummaryIsAddedToAndNeverOverwritten() async throws {
    let scratch = try ScratchFolder()
    let file = scratch("summary.md")
    try AtomicFile.write(Array("before\n".utf8), to: file)
    let publication = Publication(
      ["GITHUB_STEP_SUMMARY": file, "GENBENCH_REPORTS": scratch("out")], storeFolder: "store")
    for _ in 0..<2 { try publication.publish(Sample.run, to: Terminal([:])) }
    let text = String(decoding: try #require(try AtomicFile.read(file)), as: UTF8.self)
    #expect(text == "before\n" + Sample.run.markdown + "\n" + Sample.run.markdown + "\n")
    #expect(try RunReport.read(scratch("out/results.jsonl")) == Sample.run)
  }

  @Test func onGitHubFailuresAreAnnotationsAtTheStartOfALine() async throws {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardOutputContent, \.standardErrorContent]
    ) {
      let scratch = try ScratchFolder()
      let publication = Publication(
        ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": scratch("none.md"), "GENBENCH_REPORTS": "/dev/null/x"],
        storeFolder: "store")
      try Terminal([:]).write("no line break before")
      let lost = #expect(throws: FileProblem.self) {
        try publication.publish(Sample.run, to: Terminal([:]))
      }
      #expect(lost?.path.hasPrefix("/dev/null") == true)
    }
    let output = String(decoding: try #require(result).standardOutputContent, as: UTF8.self).split(separator: "\n")
    let errors = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    let place = "file=Tests/Generalization/ShortestPathsTests.swift,line=7"
    #expect(output.contains { $0.hasPrefix("::error \(place),title=graphs/on-path small-target n=8...15::x graphs") })
    // Neither file could be written: two warnings that name them, and one of them is thrown.
    #expect(output.count { $0.hasPrefix("::warning title=") } == 2)
    #expect(errors.contains("warning: the step summary was not extended: cannot add to ") && errors.contains("none.md"))
    #expect(errors.contains("warning: the report was not written: ") && errors.contains("/dev/null"))
  }

  @Test func aSessionWritesAllItsClaimsAfterEverySuite() async throws {
    let scratch = try ScratchFolder()
    let (store, out, summary) = (scratch("store"), scratch("out"), scratch("summary.md"))
    try AtomicFile.write([], to: summary)
    await #expect(processExitsWith: .success) {
      [store = store as String, out = out as String, summary = summary as String] in
      let session = Session(environment: [
        "GENBENCH_STORE": store, "GENBENCH_THREADS": "2", "GENBENCH_REPORTS": out, "GITHUB_STEP_SUMMARY": summary,
      ])
      let claims = ["one", "two"].map { TinyExperiment.claim($0, atMost: 1e-9, isControl: true) }
      for (place, subject) in ["two", "one"].enumerated() {
        _ = try await session.judge(
          { _ in TinyExperiment.make(steps: 2, replicates: 5, claims: claims) }, subject,
          at: SourcePlace(file: "Tests/\(subject).swift", line: 3))
        try session.keep()
        try #require(try RunReport.read(out + "/results.jsonl").claims.count == place + 1)
        try #require(try AtomicFile.read(summary)?.isEmpty == true)
      }
      try session.close()
    }
    let report = try RunReport.read(out + "/results.jsonl")
    #expect(report.claims.map(\.row.subject) == ["one", "two"])
    #expect(report.claims.map(\.place?.file) == ["Tests/one.swift", "Tests/two.swift"])
    // One summary, of both.
    let text = String(decoding: try #require(try AtomicFile.read(summary)), as: UTF8.self)
    #expect(text.components(separatedBy: "## Generalization").count == 2 && text.contains("2 controls miss"))
  }

  @Test func aSummaryStaysUnderGitHubsLimit() throws {
    let scratch = try ScratchFolder()
    let file = scratch("summary.md")
    let publication = Publication(["GITHUB_STEP_SUMMARY": file], storeFolder: "store")
    for (standing, isLong, isTable) in [
      (0, true, true), (Publication.longestSummary - Sample.run.markdown.utf8.count + 1, false, true),
      (Publication.longestSummary - 10, false, false),
    ] {
      try AtomicFile.write(Array(repeating: UInt8(ascii: "x"), count: standing), to: file)
      try publication.publish(Sample.run, to: Terminal([:]))
      let text = String(decoding: try #require(try AtomicFile.read(file)).dropFirst(standing), as: UTF8.self)
      #expect(text.contains("1 of 2 claims fails") && text.utf8.count + standing < 1 << 20)
      #expect(text.contains("### x graphs/on-path") == isLong && text.contains("| :-: |") == isTable, "\(text)")
    }
  }

  @Test func aPlaceIsNamedFromThePackage() {
    #expect(SourcePlace(path: PackageFolder.path + "/Tests/A.swift", line: 2).file == "Tests/A.swift")
    #expect(SourcePlace(path: "/elsewhere/A.swift", line: 2).file == "/elsewhere/A.swift")
    #expect(SourcePlace(path: #filePath, line: 1).file == "Tests/Unit/Bench/Session/PublicationTests.swift")
  }
}
