import Data
import Foundation
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// Exit codes of `genbench score`.
@Suite struct ScoreTests {
  let tool: BuiltTool
  let examples = Examples.graphs(.onPathAnyTarget)

  init() throws { tool = BuiltTool(scratch: try ScratchFolder()) }

  /// The true answers of 50 examples of seed 7, and so much more.
  func write(off: [Float], named name: String = "answers.jsonl") throws {
    let truths = examples.evaluation(of: Array(repeating: 0, count: 50), count: 50, seed: ExampleExport.root(7)).truths
    var lines: [String] = []
    for (seed, off) in off.enumerated() {
      for (index, truth) in truths.enumerated() {
        lines.append("{\"seed\":\(seed),\"index\":\(index),\"prediction\":\(truth + off)}\n")
      }
    }
    try AtomicFile.write(Array(lines.joined().utf8), to: tool.scratch(name))
  }

  let gate = ["--count", "50", "--metric", "squared-error", "--at-most"]

  @Test func scoresWithoutAGateAreSuccess() async throws {
    try write(off: [3, 4])
    let outcome = try await tool("score", examples.name, "answers.jsonl", "--seed", "7")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.hasPrefix("graphs/on-path-any-target: 50 examples, 2 replicates\n"))
    #expect(outcome.output.contains("everything") && !outcome.output.contains("required"))
  }

  /// The same answers to the same examples score the same, wherever the export began.
  @Test func anExportFromFurtherOnIsScored() async throws {
    for split in Splits.suite.samples where split.answerForm != .numbers {
      let answer = split.answerForm == .path ? #""path":[[0,0],[0,1]]"# : #""prediction":4"#
      func lines(_ indices: Range<Int>) -> [UInt8] {
        Array(indices.map { "{\"index\":\($0),\(answer)}\n" }.joined().utf8)
      }
      try AtomicFile.write(lines(7..<9), to: tool.scratch("further"))
      try AtomicFile.write(lines(0..<2), to: tool.scratch("counted"))
      let words = ["--seed", "3", "--count", "2", "--from", "7"]
      let further = try await tool(["score", split.name, "further"] + words)
      let counted = try await tool(["score", split.name, "counted"] + words)
      #expect(further.status == 0 && further.output == counted.output, "\(further)")
      let first = try await tool("score", split.name, "counted", "--seed", "3", "--count", "2")
      #expect(first.status == 0 && first.output != further.output)
      let unsaid = try await tool("score", split.name, "further", "--seed", "3")
      #expect(unsaid.status == 3 && unsaid.errors.contains("score them with --from 7"), "\(unsaid)")
    }
  }

  @Test func aSliceMayReachAsFarAsNumbersDo() async throws {
    try write(off: [1, 2])
    for range in ["0...9223372036854775807", "-9223372036854775808...9223372036854775807", "9223372036854775807"] {
      let outcome = try await tool("score", examples.name, "answers.jsonl", "--seed", "7", "--slice", "n=" + range)
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    }
  }

  @Test func aMetGateIsExitZeroAndAMissedOneIsExitOne() async throws {
    try write(off: [0.5, 0.5, 0.45])
    let met = try await tool(
      "score", examples.name, "answers.jsonl", "--seed", "7", "--count", "50", "--metric", "squared-error", "--at-most",
      "0.31")
    #expect(met.status == 0 && met.errors.isEmpty && met.output.contains("1 claim holds"), "\(met)")
    let missed = try await tool(
      "score", examples.name, "answers.jsonl", "--seed=7", "--count=50", "--metric=squared-error", "--at-most=0.29",
      "--slice", "n=3...15 t=2...15")
    #expect(missed.status == 1 && missed.errors.isEmpty && missed.output.contains("1 claim fails"))
    #expect(
      missed.output.contains(
        "rerun: swift run genbench score graphs/on-path-any-target answers.jsonl --seed=7 --count=50 --metric=squared-error "
          + "--at-most=0.29 --slice 'n=3...15 t=2...15'"), "\(missed.output)")
  }

  @Test func aClaimOfTheSuiteNeedsItsReplicatesAndItsTraining() async throws {
    try write(off: [0, 0.001])
    let words = ["score", examples.name, "answers.jsonl", "--seed=7", "--count=50"]
    let untold = try await tool(words + ["--claim", "ShortestPaths/onPathAnyTarget"])
    #expect(untold.status == 2 && untold.errors.contains("declare what the models were trained on with --trained"))
    let told = try await tool(words + ["--claim", "ShortestPaths/onPathAnyTarget", "--trained", "graphs/train:500:1"])
    #expect(told.status == 1 && told.output.contains("2 of the 5 declared replicates are there"), "\(told)")
    try write(off: [0, 0.001, 0.002, 0.001, 0])
    let whole = try await tool(
      words + ["--claim", "graphs/on-path/any-target not 2, n=8...15 unseen", "--trained=graphs/train:500:1"])
    #expect(whole.status == 0 && whole.output.contains(">= 65 %"), "\(whole)")
    let other = try await tool(
      words + ["--claim", "ShortestPaths/onPathSmallTarget", "--trained", "graphs/train:500:1"])
    #expect(other.status == 2 && other.errors.contains("The claim is about the split graphs/on-path-small-target"))
  }

  @Test func aFileAtFaultIsExitThreeAndNothingIsScored() async throws {
    try write(off: [0, 1])
    let text = try String(contentsOfFile: tool.scratch("answers.jsonl"), encoding: .utf8)
    try AtomicFile.write(Array(text.utf8.dropLast(9)), to: tool.scratch("cut.jsonl"))
    let cut = try await tool("score", examples.name, "cut.jsonl", "--seed", "7")
    #expect(cut.status == 3 && cut.output.isEmpty)
    #expect(cut.errors.hasPrefix("error: cut.jsonl:100: it is not valid JSON: column "))
    let few = try await tool("score", examples.name, "answers.jsonl", "--seed", "7", "--count", "49")
    #expect(few.status == 3 && few.errors.contains("field \"index\": 49 is not among the 49 examples"))
  }

  @Test(arguments: [
    ([], "Give a split and a file"), (["graphs/train"], "Give a split and a file"),
    (["trian", "x"], "Did you mean graphs/train or powers/train?"),
    (["graphs/train", "missing.jsonl"], "missing.jsonl is missing"),
    (["graphs/train", "x", "--metric", "squared-error"], "--metric is for a verdict"),
    (["graphs/train", "x", "--at-most", "1"], "--count is missing"),
    (["graphs/train", "x", "--at-most", "1", "--count", "5"], "--metric is missing"),
    (["graphs/train", "x", "--at-most", "x", "--count", "5"], "--at-most is \"x\": give a number"),
    (["graphs/train", "x", "--at-most", "1", "--at-least", "2"], "cannot be given together"),
    (["graphs/train", "x", "--at-least", "1", "--count", "5", "--metric", "squared-error"], "give --at-most"),
    (["graphs/train", "x", "--at-most", "1", "--count", "5", "--metric", "squared"], "Did you mean squared-error?"),
    (
      ["powers/depth-6", "x", "--at-most", "1", "--count", "5", "--metric", "squared-error"],
      "powers/depth-6 is scored by exact-match"
    ),
    (["graphs/train", "x", "--slice", "unseen"], "only where --trained declares it"),
    (["graphs/train", "x", "--slice", "m=3"], "unknown column of a slice \"m\""),
    (["graphs/train", "x", "--claim", "ShortestPaths/onPath", "--count", "5"], "Did you mean "),
    (
      ["graphs/train", "x", "--claim", "a", "--slice", "n=3", "--count", "5"],
      "--slice and --claim cannot be given together"
    ),
    (["graphs/train", "x", "--trained", "graphs/train"], "Give SPLIT:COUNT:SEED"),
    (["graphs/train", "x", "--sede", "3"], "Did you mean --seed?"),
    (
      ["mazes/wilson", "x", "--at-least", "1", "--count", "5", "--metric", "rounded-accuracy"],
      "mazes/wilson is scored by exact-path, shortest-path"
    ),
  ])
  func aWordThatMeansNothingIsExitTwo(words: [String], message: String) async throws {
    let outcome = try await tool(["score"] + words)
    #expect(outcome.status == 2 && outcome.output.isEmpty && outcome.errors.contains(message), "\(outcome)")
  }

  @Test func whoseExamplesWereAskedMustBeSaid() async throws {
    try AtomicFile.write(Array("{\"index\":0,\"prediction\":1}\n".utf8), to: tool.scratch("one.jsonl"))
    let outcome = try await tool("score", "graphs/train", "one.jsonl")
    #expect(outcome.status == 2 && outcome.errors.contains("with which seed were the examples exported?"))
    #expect(try await tool("score", "graphs/train", "one.jsonl", "--seed", "3").status == 0)
  }

  @Test func mazesAreAnsweredWithPaths() async throws {
    let split = MazeSplit.train3To5
    for (name, isRight) in [("right.jsonl", true), ("wrong.jsonl", false)] {
      let lines = (0..<3).flatMap { seed in
        split.examples(0..<20, seed: ExampleExport.root(7)).map { example in
          let path = isRight ? example.path : example.path.dropLast()
          let cells = path.map { "[\($0.row),\($0.column)]" }.joined(separator: ",")
          return "{\"seed\":\(seed),\"index\":\(example.index),\"path\":[\(cells)]}\n"
        }
      }
      try AtomicFile.write(Array(lines.joined().utf8), to: tool.scratch(name))
      let outcome = try await tool(
        "score", split.name, name, "--seed", "7", "--count", "20", "--metric", "exact-path", "--at-least", "0.9")
      #expect(outcome.status == (isRight ? 0 : 1) && outcome.errors.isEmpty, "\(outcome)")
      #expect(outcome.output.contains("trivial: random walk") && outcome.output.contains("exact path"))
    }
  }
}
