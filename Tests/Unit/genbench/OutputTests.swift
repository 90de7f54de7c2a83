import Foundation
import Reports
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// Output that nobody gets: exit 3 and a sentence where one can be said, whatever the command and the reason.
@Suite struct OutputTests {
  let tool: BuiltTool
  private let experiment = Experiment.all(.smoke)[0]

  init() throws { tool = BuiltTool(scratch: try ScratchFolder()) }

  /// Commands that print, each in its own way.
  static let commands = [
    ["--help"], ["score", "--help"], ["list", "--profile", "smoke"], ["completion", "zsh"],
    ["fixtures", "check", "datasets/mazes"], ["speed", "--config", "W1-tiny", "--mode", "infer", "--json"],
    ["export", "graphs/train", "--count", "9000", "--seed", "1", "--out", "-"],
    ["export", "graphs/train", "--count", "9000", "--seed", "1", "--out", "/dev/stdout"],
    ["score", "graphs/train", "answers.jsonl", "--seed", "7"], ["compare", "results.jsonl", "results.jsonl"],
    ["report", "--merge", "results.jsonl", "--out", "report"],
  ]

  private func prepare() throws {
    try AtomicFile.write(Array("{\"index\":0,\"prediction\":4}\n".utf8), to: tool.scratch("answers.jsonl"))
    try AtomicFile.write(Array(Sample.run.jsonLines.utf8), to: tool.scratch("results.jsonl"))
  }

  private func run(_ line: String, _ words: [String]) async throws -> BuiltTool.Outcome {
    try await tool.under(line, words: words)
  }

  @Test(.hasFullDevice, arguments: commands)
  func aFullOrClosedOutputIsExitThreeWithASentence(words: [String]) async throws {
    try prepare()
    for (line, reason) in [("\"$@\" >/dev/full", "No space left"), ("\"$@\" >&-", "Bad file descriptor")] {
      let outcome = try await run(line, words)
      #expect(outcome.status == 3, "\(line): \(outcome)")
      #expect(outcome.errors.contains("error: cannot write ") && outcome.errors.contains(reason), "\(outcome.errors)")
      #expect(outcome.errors.contains("To mend it: "))
    }
  }

  @Test(arguments: commands)
  func aReaderThatLeftIsNoNews(words: [String]) async throws {
    try prepare()
    for line in ["\"$@\" | true; exit ${PIPESTATUS[0]}", "trap '' PIPE; \"$@\" | true; exit ${PIPESTATUS[0]}"] {
      let outcome = try await run(line, words)
      // A few bytes may be in the pipe before its reader leaves.
      #expect([0, 1, 3].contains(outcome.status) && outcome.errors.isEmpty, "\(line): \(outcome)")
    }
    let slow = try await run("\"$@\" | { sleep 0.01; exec <&-; sleep 1; }; exit ${PIPESTATUS[0]}", Self.commands[6])
    #expect(slow.status == 3 && slow.errors.isEmpty, "\(slow)")
  }

  @Test(.hasFullDevice) func aSentenceThatCannotBeSaidIsExitThree() async throws {
    for words in [["exprot"], ["export", "nosplit"], ["score", "graphs/train", "missing"], ["compare", "a", "b"]] {
      for line in ["\"$@\" 2>/dev/full", "\"$@\" 2>&-"] {
        let outcome = try await run(line, words)
        #expect(outcome.status == 3 && outcome.output.isEmpty, "\(line) \(words): \(outcome)")
      }
    }
  }

  /// The kept run is damaged, so that there is something to warn of; the rest of the output is fine.
  @Test(.hasFullDevice) func aWarningThatCannotBeSaidIsExitThree() async throws {
    try RunTests.keepRuns(of: experiment, in: tool)
    let identity = RunIdentity(experiment.plan, replicate: 0, sources: .compiled).hexadecimal
    try AtomicFile.write([1, 2, 3], to: tool.scratch("store/exposures/\(identity).run"))
    let words = ["run", experiment.id, "--seed", "0", "--profile", "smoke"]
    let lost = try await run("\"$@\" 2>/dev/full", words)
    #expect(lost.status == 3, "\(lost)")
    try AtomicFile.write([1, 2, 3], to: tool.scratch("store/exposures/\(identity).run"))
    let said = try await run("\"$@\"", words)
    #expect(said.status == 0 && said.errors.hasPrefix("warning: "), "\(said)")
  }

  @Test(.hasFullDevice) func aVerdictThatCannotBePrintedIsNoVerdict() async throws {
    try RunTests.keepRuns(of: experiment, in: tool)
    for command in ["run", "report"] {
      let words = [command, experiment.id, "--profile", "smoke"]
      #expect(try await run("\"$@\"", words).status == 1)
      #expect(try await run("\"$@\" >/dev/full", words).status == 3)
    }
  }

  /// Nothing that is said may land in a file that happens to get the closed stream's number.
  @Test func aClosedStreamIsNoFileOfOurs() async throws {
    let words = ["export", "graphs/train", "--count", "1", "--seed", "1", "--out", "x.jsonl"]
    #expect(try await run("\"$@\"", words).status == 0)
    let whole = try #require(try AtomicFile.read(tool.scratch("x.jsonl")))
    #expect(try await run("\"$@\" >&- 2>&- <&-", words).status == 0)
    #expect(try AtomicFile.read(tool.scratch("x.jsonl")) == whole)
  }
}
