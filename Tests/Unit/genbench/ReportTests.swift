import Foundation
import Reports
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// `genbench report` and `genbench compare`, on runs and files made for the purpose: nothing is trained.
@Suite struct ReportTests {
  let tool: BuiltTool
  private let experiment = Experiment.all(.smoke)[0]

  init() throws { tool = BuiltTool(scratch: try ScratchFolder()) }

  private func write(_ report: RunReport, _ name: String) throws -> String {
    let path = tool.scratch(name)
    try AtomicFile.write(Array(report.jsonLines.utf8), to: path)
    return path
  }

  @Test func missingRunsAreNamedAndNothingIsWritten() async throws {
    let outcome = try await tool("report", experiment.id, "--profile", "smoke", "--out", tool.scratch("out"))
    #expect(outcome.status == 3 && outcome.output.isEmpty)
    for replicate in 0..<experiment.replicates {
      #expect(outcome.errors.contains("\(experiment.id), replicate \(replicate): no finished run is kept"))
    }
    #expect(outcome.errors.contains("swift run genbench run \(experiment.id) --profile smoke"))
    #expect(try !tool.scratch.names().contains("out"))
  }

  @Test func keptRunsAreReportedWithoutTraining() async throws {
    try RunTests.keepRuns(of: experiment, in: tool)
    let outcome = try await tool("report", experiment.id, "--profile", "smoke", "--out", tool.scratch("out"))
    #expect(outcome.status == 1 && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(outcome.output.contains("wrote \(tool.scratch("out"))/"))
    let report = try RunReport.read(tool.scratch("out/results.jsonl"))
    #expect(report.claims.map(\.row.subject) == experiment.claims.map(\.subject))
    #expect(report.claims[0].failures.count == 6 && report.claims[0].slices.count > 5)
    let junit = try String(contentsOfFile: tool.scratch("out/junit.xml"), encoding: .utf8)
    #expect(junit.contains("<testsuite name=\"\(experiment.id) "))
  }

  @Test func shardsAreMerged() async throws {
    var (one, two) = (Sample.run, Sample.run)
    one.claims.removeLast()
    two.claims.removeFirst(2)
    let files = (try write(one, "1.jsonl"), try write(two, "2.jsonl"))
    let summary = tool.scratch("summary.md")
    try AtomicFile.write(Array("before\n".utf8), to: summary)
    let outcome = try await tool(
      "report", "--merge", files.0, files.1, "--out", tool.scratch("out"),
      environment: ["GITHUB_STEP_SUMMARY": summary])
    #expect(outcome.status == 1 && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(try RunReport.read(tool.scratch("out/results.jsonl")).claims == Sample.run.claims)
    #expect(try String(contentsOfFile: summary, encoding: .utf8).hasPrefix("before\n## Generalization"))
  }

  @Test func whatDoesNotBelongTogetherIsExitThree() async throws {
    var other = Sample.run
    other.provenance.sourceHash = "00"
    let files = (try write(Sample.run, "1.jsonl"), try write(other, "2.jsonl"))
    let outcome = try await tool("report", "--merge", files.0, files.1, "--out", tool.scratch("out"))
    #expect(outcome.status == 3 && outcome.errors.contains("2.jsonl, line 1: sourceHash: is 00"))
    #expect(try !tool.scratch.names().contains("out"))
  }

  @Test func wordsThatMeanNothingAreExitTwo() async throws {
    for (words, message) in [
      (["report", "--merge"], "Which files to merge?"), (["report", "--out", ""], "--out is \"\""),
      (["report", "graphs/onpath"], "Did you mean graphs/on-path?"), (["compare", "a"], "Which two results files?"),
      (["compare", "a", "b", "c"], "one word too many"),
      (["compare", "a", "b", "--format", "txt"], "Did you mean text?"),
      (["compare", "a", "b"], "cannot open a"),
    ] {
      let outcome = try await tool(words)
      #expect(outcome.status == 2 && outcome.errors.contains(message), "\(words): \(outcome.errors)")
    }
  }

  @Test func aComparisonIsNoVerdictUnlessAsked() async throws {
    var head = Sample.run
    head.claims[0].scores = head.claims[0].scores.map { ReplicateScore(seed: $0.seed, score: $0.score + 0.1) }
    head.provenance.experiments[0].fingerprints[0].fingerprint = "00"
    let files = (try write(Sample.run, "base.jsonl"), try write(head, "head.jsonl"))
    let outcome = try await tool("compare", files.0, files.1)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.contains("3 claims compared: 1 worse, 2 same bits"))
    #expect(try await tool("compare", files.0, files.1, "--fail-on-worse").status == 1)
    #expect(try await tool("compare", files.1, files.0, "--fail-on-worse").status == 0)
    let markdown = try await tool("compare", files.0, files.1, "--format", "markdown")
    #expect(markdown.output.hasPrefix("## Generalization compared\n") && markdown.status == 0)
  }

  /// A claim that is not there is no claim that holds.
  @Test func aGateThatLacksClaimsIsRedAndSaysSo() async throws {
    var (fewer, none) = (Sample.run, Sample.run)
    fewer.claims.removeLast()
    none.claims = []
    let whole = try write(Sample.run, "whole.jsonl")
    for (head, sentence) in [
      (try write(fewer, "fewer.jsonl"), "head lacks it"), (try write(none, "none.jsonl"), "no claims"),
    ] {
      let gate = try await tool("compare", whole, head, "--fail-on-worse", "--format", "markdown")
      #expect(gate.status == 1 && gate.errors.hasPrefix("worse: ") && gate.errors.contains(sentence), "\(gate)")
      let plain = try await tool("compare", whole, head)
      #expect(plain.status == 0 && plain.errors.isEmpty)
    }
    var passing = Sample.run
    passing.claims.removeAll { $0.row.mark.isFailing }
    let new = try await tool("compare", try write(passing, "passing.jsonl"), whole, "--fail-on-worse")
    #expect(new.status == 1 && new.errors.contains("fails, and is only in head"), "\(new)")
    #expect(try await tool("compare", whole, whole, "--fail-on-worse").status == 0)
  }

  @Test func foldersMayEndInSlashes() async throws {
    let file = try write(Sample.run, "1.jsonl")
    #expect(try await tool("report", "--merge", file, "--out", "new/deep//").status == 1)
    #expect(try RunReport.read(tool.scratch("new/deep/results.jsonl")).claims.count == Sample.run.claims.count)
    try RunTests.keepRuns(of: experiment, in: tool)
    let words = ["report", experiment.id, "--profile", "smoke"]
    #expect(try await tool(words, environment: ["GENBENCH_STORE": tool.scratch("store/")]).status == 1)
    let refused = try await tool("report", "--merge", file, "--out", "-")
    #expect(refused.status == 2 && refused.errors.contains("give a folder"))
  }

  @Test(.hasFullDevice) func whatCannotBeAddedToTheSummaryIsNoSuccess() async throws {
    let file = try write(Sample.run, "1.jsonl")
    let outcome = try await tool(
      "report", "--merge", file, "--out", "out", environment: ["GITHUB_STEP_SUMMARY": "/dev/full"])
    #expect(outcome.status == 3 && outcome.errors.contains("the step summary was not extended"), "\(outcome)")
  }

  @Test func aFileThatCannotBeComparedIsExitThree() async throws {
    let file = try write(Sample.run, "base.jsonl")
    let cut = tool.scratch("cut.jsonl")
    try AtomicFile.write(Array(Sample.run.jsonLines.utf8.dropLast(30)), to: cut)
    let outcome = try await tool("compare", file, cut)
    #expect(outcome.status == 3 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("cut.jsonl, line ") && outcome.errors.contains("cut short"))
  }
}
