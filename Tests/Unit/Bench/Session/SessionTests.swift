import Foundation
import Reports
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct SessionTests {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  @Test func theTableHasTheOrderOfTheDeclarationsAndIsPrintedOnce() async throws {
    let store = scratch("store")
    let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      [store = store as String] in
      let session = Session(environment: ["GENBENCH_STORE": store, "GENBENCH_THREADS": "2"])
      // All of them pass, for they are controls that nobody could meet: on a terminal failing claims would come last.
      let claims = ["one", "two"].map { TinyExperiment.claim($0, atMost: 1e-9, isControl: true) }
      for (id, subject) in [("test/b", "two"), ("test/a", "two"), ("test/b", "one"), ("test/a", "one")] {
        let judged = try await session.judge(
          { _ in TinyExperiment.make(id: id, steps: 2, replicates: 5, claims: claims) }, subject)
        try #require(judged.isPassed)
      }
      try session.close()
      print("---")
      try session.close()
    }
    let text = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
    let parts = text.components(separatedBy: "---\n")
    let lines = parts[0].split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines.filter { $0.first?.hasPrefix("test/") == true }.map { $0[0] } == ["test/a", "test/b"])
    #expect(lines.filter { $0[0] == "✓" }.map { $0[1] } == ["one", "two", "one", "two"])
    #expect(parts[0].contains("\n4 controls miss · trained in "))
    #expect(parts[0].contains("\nmore: swift run genbench run --details"))
    #expect(parts.count == 2 && parts[1].isEmpty)
  }

  /// Side by side, as tests ask; the report that is written last has them all.
  @Test func claimsThatAreAskedAtOnceAreAllReported() async throws {
    let reports = scratch("reports")
    let session = Session(
      environment: ["GENBENCH_STORE": scratch("store"), "GENBENCH_REPORTS": reports, "GENBENCH_THREADS": "2"])
    let claims = (0..<6).map { TinyExperiment.claim("claim \($0)", atMost: 1e-9, isControl: true) }
    let ids = ["test/a", "test/b"]
    try await withThrowingTaskGroup { group in
      for (id, claim) in ids.flatMap({ id in claims.map { (id, $0) } }) {
        group.addTask {
          _ = try await session.judge(
            { _ in TinyExperiment.make(id: id, steps: 2, replicates: 5, claims: claims) }, claim.subject)
          try session.keep()
        }
      }
      try await group.waitForAll()
    }
    let bytes = try #require(try AtomicFile.read(reports + "/results.jsonl"))
    let report = try RunReport(jsonLines: bytes, file: "results.jsonl")
    #expect(report.claims.map(\.row.subject) == ids.flatMap { _ in claims.map(\.subject) })
    #expect(report.provenance.experiments.map(\.id) == ids)
  }

  @Test func aClaimOfAnotherShardIsReportedAsSkipped() async throws {
    let store = scratch("store")
    let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      [store = store as String] in
      let home = Shard.home(of: "test/a", among: 3)
      let other = Shard(home.number % 3 + 1, of: 3)
      let make: @Sendable (Profile) -> Experiment = { _ in TinyExperiment.make(id: "test/a") }
      let ours = Session(environment: ["GENBENCH_STORE": store, "GENBENCH_SHARD": home.description])
      let ownReason = try await ours.reasonToSkip(make, "tiny")
      try #require(ownReason == nil)
      try ours.close()
      let theirs = Session(environment: ["GENBENCH_STORE": store, "GENBENCH_SHARD": other.description])
      let reason = try await theirs.reasonToSkip(make, "tiny")
      try #require(reason == other.reasonToSkip("test/a"))
      try theirs.close()
      try theirs.close()
    }
    let text = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 2 && lines.first?.hasPrefix("skipped: test/a belongs to shard ") == true)
    #expect(lines.first?.hasSuffix("(tiny)") == true)
    #expect(lines.last == "this shard has none of these 1 claims: nothing was judged")
  }

  /// Whoever merges the shards must find a file of each.
  @Test func aShardWithoutClaimsStillLeavesItsFiles() async throws {
    let (store, out) = (scratch("store"), scratch("out"))
    let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      [store = store as String, out = out as String] in
      let home = Shard.home(of: "test/a", among: 3)
      let other = Shard(home.number % 3 + 1, of: 3)
      let session = Session(environment: [
        "GENBENCH_STORE": store, "GENBENCH_SHARD": other.description, "GENBENCH_REPORTS": out,
        "GENBENCH_PROFILE": "smoke",
      ])
      _ = try await session.reasonToSkip({ _ in TinyExperiment.make(id: "test/a") }, "tiny")
      try session.close()
    }
    let text = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
    #expect(text.split(separator: "\n").count == 2)
    let report = try RunReport.read(out + "/results.jsonl")
    #expect(report.claims.isEmpty && report.provenance.profile == "smoke")
    #expect(try RunReport.merged([("a", report), ("b", report)], declared: Experiment.all).claims.isEmpty)
    let names = try FileManager.default.contentsOfDirectory(atPath: out).sorted()
    #expect(names == ["index.html", "junit.xml", "results.jsonl", "summary.md"])
  }

  /// A suite whose table nobody got is not green.
  @Test(.hasFullDevice) func aTableThatIsLostIsAProblem() async {
    let store = scratch("store")
    await #expect(processExitsWith: .success) { [store = store as String] in
      let session = Session(environment: ["GENBENCH_STORE": store, "GENBENCH_THREADS": "2"])
      _ = try await session.judge({ _ in TinyExperiment.make(steps: 2) }, "tiny")
      dup2(open("/dev/full", O_WRONLY), STDOUT_FILENO)
      #expect(throws: FileProblem.self) { try session.close() }
    }
  }

  /// Hours of training do not come before the news that nobody will get their report.
  @Test func reportsThatCannotBeWrittenAreFoundBeforeTraining() async throws {
    let session = Session(environment: [
      "GENBENCH_STORE": scratch("store"), "GENBENCH_THREADS": "2", "GENBENCH_REPORTS": "/dev/null/reports/",
    ])
    let problem = await #expect(throws: FileProblem.self) {
      try await session.judge({ _ in TinyExperiment.make(steps: 2) }, "tiny")
    }
    #expect(try #require(problem).description.contains("GENBENCH_REPORTS"))
    #expect(try AtomicFile.files(under: scratch("store")).isEmpty)
  }

  /// What is known so far, and what is not.
  @Test func aSignalFindsTheTableOfWhatIsJudged() async throws {
    let store = scratch("store")
    let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
      [store = store as String] in
      let session = Session(environment: ["GENBENCH_STORE": store, "GENBENCH_THREADS": "2"])
      let claims = [TinyExperiment.claim("one", atMost: 1e-9, isControl: true)]
      _ = try await session.judge(
        { _ in TinyExperiment.make(id: "test/a", steps: 2, replicates: 5, claims: claims) }, "one")
      let open = Task {
        _ = try await session.judge(
          { _ in TinyExperiment.make(id: "test/b", steps: 100_000_000, claims: claims) }, "one")
      }
      while session.openCount == 0 { try await Task.sleep(for: .milliseconds(10)) }
      try session.close(after: SIGTERM)
      open.cancel()
      exit(0)
    }
    let text = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
    let last = text.split(separator: "\n").last ?? ""
    #expect(text.contains("1 control misses"))
    #expect(
      last.hasPrefix("stopped by signal 15 after ") && last.hasSuffix("; not judged: test/b (1 claim)"), "\(text)")
  }

  @Test func settingsThatMeanNothingAreAProblem() async {
    for environment in [
      ["GENBENCH_PROFILE": "smoek"], ["GENBENCH_THREADS": "none"], ["GENBENCH_RECORD": "al"],
    ] {
      let session = Session(environment: environment)
      await #expect(throws: (any Error).self) {
        try await session.judge({ _ in TinyExperiment.make() }, "tiny")
      }
    }
    let session = Session(environment: ["GENBENCH_SHARD": "5/4"])
    await #expect(throws: SettingProblem.self) {
      try await session.reasonToSkip({ _ in TinyExperiment.make() }, "tiny")
    }
  }
}
