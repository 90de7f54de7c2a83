import Foundation
import Reports
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// Names that come from files and command lines: none starts a line, recolours the terminal or becomes another name.
@Suite struct ForeignNameTests {
  let tool: BuiltTool
  private static let name = "x\n::error::y\u{1B}[31m\u{9B}31m\u{202E}\u{2028}"
  private static let escaped = #"x\n::error::y\u{1b}[31m\u{9b}31m\u{202e}\u{2028}"#
  private static let quoted = #"x\n::error::y\u001b[31m\u009b31m\u202e\u2028"#

  init() throws { tool = BuiltTool(scratch: try ScratchFolder()) }

  private func isHarmless(_ outcome: BuiltTool.Outcome, sourceLocation: SourceLocation = #_sourceLocation) {
    let text = outcome.output + outcome.errors
    #expect(text.contains(Self.escaped), "\(text)", sourceLocation: sourceLocation)
    #expect(!text.contains("\n::error"), sourceLocation: sourceLocation)
    for scalar in ["\u{1B}", "\u{9B}", "\u{202E}", "\u{2028}", "\r"] as [Unicode.Scalar] {
      #expect(!text.unicodeScalars.contains(scalar), sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: [
    #"{"index":0,"prediction":1,"\#(quoted)":2}"#, #"{"index":0,"prediction":1,"split":"\#(quoted)"}"#,
    #"{"\#(quoted)":0,"\#(quoted)":1}"#, #"{"\#(quoted)" 0}"#,
  ])
  func ofPredictions(line: String) async throws {
    try AtomicFile.write(Array((line + "\n").utf8), to: tool.scratch("p.jsonl"))
    let outcome = try await tool("score", "graphs/train", "p.jsonl", "--seed", "7")
    #expect(outcome.status == 3)
    isHarmless(outcome)
  }

  @Test func ofResultsFiles() async throws {
    var named = Sample.run
    named.claims[0].row.subject = Self.name
    named.claims[0].row.metric = Self.name
    named.claims[0].row.reasons = [Self.name]
    named.claims[0].row.rerun = Self.name
    try AtomicFile.write(Array(Sample.run.jsonLines.utf8), to: tool.scratch("a"))
    try AtomicFile.write(Array(named.jsonLines.utf8), to: tool.scratch("b"))
    isHarmless(try await tool("compare", "a", "b", "--fail-on-worse"))
    isHarmless(try await tool("compare", "b", "b"))
    isHarmless(try await tool("report", "--merge", "b", "--out", "report"))
    let lines = named.jsonLines
    for (old, new) in [
      (#""kind": "claim""#, #""kind": "\#(Self.quoted)""#), (#""mark": ""#, #""mark": "\#(Self.quoted)"#),
      (#""profile": "standard""#, #""profile": "\#(Self.quoted)""#), (#""gap":"#, #""\#(Self.quoted)":0,"gap":"#),
    ] {
      try AtomicFile.write(Array(lines.replacing(old, with: new, maxReplacements: 1).utf8), to: tool.scratch("c"))
      let outcome = try await tool("compare", "a", "c")
      #expect(outcome.status == 3, "\(outcome)")
      isHarmless(outcome)
    }
  }

  @Test(arguments: [
    ["compare", name, name], ["score", "graphs/train", name, "--seed", "1"], ["score", name, "x"], [name],
    ["run", name],
    ["export", "graphs/train", "--count", "1", "--seed", "1", "--out", name + "/x"],
    ["export", "graphs/train", "--" + name],
    ["score", "graphs/train", "x", "--slice", name], ["speed", "--config", "W1", "--weights", name],
    ["fixtures", "check", name],
    ["export", "graphs/train", "--count", name, "--seed", "1", "--out", "x"],
  ])
  func ofCommandLines(words: [String]) async throws {
    let outcome = try await tool(words)
    #expect(outcome.status == 2)
    isHarmless(outcome)
  }

  @Test func ofWhereAReportGoes() async throws {
    try AtomicFile.write(Array(Sample.run.jsonLines.utf8), to: tool.scratch("a"))
    isHarmless(try await tool("report", "--merge", "a", "--out", Self.name))
  }

  @Test func aNameThatIsNoUTF8IsRefusedAndNotRepaired() async throws {
    for line in [#""$@" --out $'caf\xe9.jsonl'"#, #""$@" --out ok --from $'\xff'"#] {
      let outcome = try await tool.under(line, "export", "graphs/train", "--count", "1", "--seed", "1")
      #expect(outcome.status == 2 && outcome.errors.contains("is not UTF-8"), "\(outcome)")
    }
    let store = try await tool.under(#"GENBENCH_STORE=$'s\xe9' "$@""#, "run", "graphs/on-path", "--seed", "0")
    #expect(store.status == 2 && store.errors.contains("GENBENCH_STORE is \"s"), "\(store)")
    #expect(try tool.scratch.names().isEmpty)
  }
}
