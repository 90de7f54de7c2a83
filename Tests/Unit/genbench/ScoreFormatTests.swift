import Foundation
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// What else `genbench score` reads and writes: several files, standard input, rows, and formats for programs.
@Suite struct ScoreFormatTests {
  let tool: BuiltTool
  let examples = Examples.graphs(.onPathAnyTarget)

  init() throws { tool = BuiltTool(scratch: try ScratchFolder()) }

  private static func truths(_ examples: Examples, count: Int) -> [Float] {
    examples.evaluation(of: Array(repeating: 0, count: count), count: count, seed: ExampleExport.root(7)).truths
  }

  private func write(off: Float, seed: Int? = nil, count: Int = 20, named name: String) throws {
    let lines = Self.truths(examples, count: count).enumerated().map { index, truth in
      "{\(seed.map { "\"seed\":\($0)," } ?? "")\"index\":\(index).0,\"prediction\":\(truth + off)}\n"
    }
    try AtomicFile.write(Array(lines.joined().utf8), to: tool.scratch(name))
  }

  private var words: [String] { ["--seed", "7", "--count", "20"] }

  private func json(_ outcome: BuiltTool.Outcome) throws -> [String: Any] {
    #expect(outcome.errors.isEmpty)
    return try #require(
      try JSONSerialization.jsonObject(with: Foundation.Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func filesAreReplicatesWhetherTheyAreNumberedOrNot() async throws {
    for (place, off) in [Float(1), 2, 3].enumerated() {
      try write(off: off, named: "plain\(place)")
      try write(off: off, seed: place, named: "seeded\(place)")
    }
    try AtomicFile.write(
      (0..<3).flatMap { try AtomicFile.read(tool.scratch("seeded\($0)"))! }, to: tool.scratch("together"))
    let plain = try await tool(["score", examples.name, "plain0", "plain1", "plain2"] + words)
    let seeded = try await tool(["score", examples.name, "seeded2", "seeded0", "seeded1"] + words)
    let together = try await tool(["score", examples.name, "together"] + words)
    #expect(together.status == 0 && together.output.contains("20 examples, 3 replicates"))
    #expect(plain.output == together.output && seeded.output == together.output, "\(plain) \(seeded)")
  }

  @Test func standardInputIsAFile() async throws {
    try write(off: 1, named: "one")
    let named = try await tool(["score", examples.name, "one"] + words)
    let piped = try await tool.under("cat one | \"$@\"", words: ["score", examples.name, "-"] + words)
    #expect(named.status == 0 && piped.status == 0 && piped.output == named.output, "\(piped)")
    let nothing = try await tool(["score", examples.name, "-"] + words)
    #expect(nothing.status == 3 && nothing.errors.contains("standard input"), "\(nothing)")
  }

  @Test func filesThatDoNotGoTogetherAreRefused() async throws {
    try write(off: 1, named: "plain")
    try write(off: 1, seed: 4, named: "four")
    try write(off: 1, seed: 4, named: "four-again")
    try write(off: 1, count: 19, named: "shorter")
    let asked = ["--seed", "7"]
    for (files, status, sentence) in [
      (["plain", "four"], Int32(3), "it is there, unlike in plain"),
      (["four", "plain"], 3, "it is missing, unlike in four"),
      (["four", "four-again"], 3, "it has replicates that four has too"),
      (["plain", "shorter"], 3, "it has 19 examples, and plain 20"), (["plain", "plain"], 2, "plain is given twice"),
      (["-", "-"], 2, "- is given twice"), (["plain", "nowhere"], 2, "nowhere is missing"),
    ] {
      let outcome = try await tool(["score", examples.name] + files + asked)
      #expect(outcome.status == status && outcome.output.isEmpty, "\(files): \(outcome)")
      #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
    }
  }

  @Test func aProgramReadsScoresAndVerdict() async throws {
    try write(off: 1, named: "one")
    try write(off: 2, named: "two")
    let gate = ["--metric", "squared-error", "--at-most", "2"]
    let outcome = try await tool(["score", examples.name, "one", "two", "--format", "json"] + words + gate)
    #expect(outcome.status == 1)
    let document = try json(outcome)
    #expect(document["split"] as? String == examples.name && document["seeds"] as? [Int] == [0, 1])
    let scores = try #require(document["scores"] as? [[String: Any]])
    let errors = try #require(
      scores.first { $0["slice"] as? String == "everything" && $0["metric"] as? String == "squared-error" })
    #expect(
      errors["scores"] as? [Double] == [1, 4] && errors["mean"] as? Double == 2.5 && errors["examples"] as? Int == 40)
    #expect((document["trivial"] as? [[String: Any]])?.isEmpty == false)
    let verdict = try #require(document["verdict"] as? [String: Any])
    #expect(verdict["passed"] as? Bool == false && verdict["required"] as? String == "<= 2")
    #expect((verdict["reasons"] as? [String])?.isEmpty == false)
    // One replicate has no interval: its ends are null, as JSON has no infinity.
    let one = try json(try await tool(["score", examples.name, "one", "--format", "json"] + words))
    let alone = try #require((one["scores"] as? [[String: Any]])?.first)
    #expect(alone["mean"] is Double && alone["lower"] is NSNull && one["verdict"] == nil)
  }

  @Test func junitAndMarkdownSayTheVerdict() async throws {
    try write(off: 0.25, named: "one")
    try write(off: 0.25, named: "two")
    let gate = words + ["--metric", "squared-error", "--at-most"]
    let files = ["score", examples.name, "one", "two"]
    let met = try await tool(files + gate + ["0.5", "--format", "junit"])
    #expect(met.status == 0 && met.output.contains("failures=\"0\""), "\(met)")
    #expect(met.output.hasPrefix("<?xml") && met.output.hasSuffix("</testsuites>\n"))
    let missed = try await tool(files + gate + ["0.01", "--format", "junit"])
    #expect(missed.status == 1 && missed.output.contains("failures=\"1\"") && missed.output.contains("<failure "))
    let ungated = try await tool(files + words + ["--format", "junit"])
    #expect(ungated.status == 2 && ungated.errors.contains("junit is for a verdict") && ungated.output.isEmpty)
    let markdown = try await tool(files + gate + ["0.01", "--format", "markdown"])
    #expect(
      markdown.status == 1 && markdown.output.contains("| everything |") && markdown.output.contains("## Verdict"))
    let unknown = try await tool(files + words + ["--format", "jsn"])
    #expect(unknown.status == 2 && unknown.errors.contains("Did you mean json?"))
  }

  @Test func everyExampleIsARow() async throws {
    try write(off: 2, named: "one")
    try write(off: 3, named: "two")
    let outcome = try await tool(["score", examples.name, "one", "two", "--per-example", "rows.csv"] + words)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let lines = try String(contentsOfFile: tool.scratch("rows.csv"), encoding: .utf8).split(separator: "\n")
    #expect(lines[0].hasPrefix("split,seed,index,prediction,truth,squared-error,") && lines.count == 41)
    #expect(lines[40].hasPrefix("graphs/on-path-any-target,1,19,"))
    let errors = lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false)[5] }
    #expect(errors == Array(repeating: "4.0", count: 20) + Array(repeating: "9.0", count: 20))
    let other = try await tool(["score", examples.name, "one", "--per-example", "rows.txt"] + words)
    #expect(other.status == 2 && other.errors.contains("ends in .csv or .jsonl") && other.output.isEmpty)
  }

  private func differences(_ document: [String: Any]) throws -> [String: Any] {
    let comparison = try #require(document["comparison"] as? [String: Any])
    let rows = try #require(comparison["differences"] as? [[String: Any]])
    return try #require(
      rows.first { $0["slice"] as? String == "everything" && $0["metric"] as? String == "squared-error" })
  }

  @Test func twoProgramsAreComparedByReplicateAndExample() async throws {
    for (place, off) in [Float(1), 2, 3].enumerated() {
      try write(off: off, named: "mine\(place)")
      try write(off: off + 1, named: "other\(place)")
    }
    let several = ["score", examples.name, "mine0", "mine1", "mine2"] + words
    let against = (0..<3).flatMap { ["--against", "other\($0)"] }
    let row = try differences(try json(try await tool(several + against + ["--format", "json"])))
    // 1, 4, 9 against 4, 9, 16: -3, -5, -7, of which the interval is 5 +- 4.303 * 2 / sqrt(3).
    #expect(row["this"] as? Double == 14.0 / 3 && row["difference"] as? Double == -5 && row["pairs"] as? Int == 3)
    let ends = try [#require(row["lower"] as? Double), #require(row["upper"] as? Double)]
    #expect(abs(ends[0] + 9.9683) < 1e-3 && abs(ends[1] + 0.0317) < 1e-3, "\(ends)")
    let text = try await tool(several + against)
    #expect(text.output.contains("compared by example and replicate, of 3 replicates\n"), "\(text)")
    #expect(text.output.contains("-5 [-10, 0] paired"), "\(text.output)")

    // Of one replicate each example is a pair, in the order of both files.
    try write(off: 0, named: "exact")
    let alone = ["score", examples.name, "mine0", "--against", "exact"] + words
    let single = try differences(try json(try await tool(alone + ["--format", "json"])))
    #expect(single["difference"] as? Double == 1 && single["lower"] as? Double == 1 && single["pairs"] as? Int == 20)
    let markdown = try await tool(alone + ["--format", "markdown"])
    #expect(
      markdown.output.contains("of replicate 0 alone") && markdown.output.contains("| everything | squared error |"))
  }

  @Test func whatHasNoPairsIsNotCompared() async throws {
    try write(off: 1, seed: 1, named: "one")
    try write(off: 1, seed: 2, named: "two")
    try write(off: 1, seed: 1, count: 19, named: "shorter")
    let asked = ["score", examples.name, "one", "--seed", "7"]
    for (more, status, sentence) in [
      (["--against", "two"], Int32(3), "none of its replicates is one that is scored"),
      (["--against", "shorter"], 3, "it has 19 examples"), (["--against", "nowhere"], 2, "nowhere is missing"),
      (["--against", "two", "--against", "two"], 2, "two is given twice"),
      (["-", "--against", "-"], 2, "- is given twice"),
      (
        [
          "--against", "two", "--format", "junit", "--count", "20", "--at-most", "1", "--metric", "squared-error",
        ], 2, "no place for --against"
      ),
    ] {
      let outcome = try await tool(asked + more)
      #expect(outcome.status == status && outcome.output.isEmpty, "\(more): \(outcome)")
      #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
    }
  }

  /// Own answers to own questions score what the run scores.
  @Test func theQuestionsOfAnExperimentAreScored() async throws {
    let experiment = Experiment.shortestPathsOnPath(.smoke)
    let asked = try experiment.questions(to: examples.name)
    var lines = ""
    for seed in [3, 5] {
      let truths = examples.evaluation(
        of: Array(repeating: 0, count: 30), count: 30, seed: ReplicateSeeds(seed).questions(of: asked)
      ).truths
      for (index, truth) in truths.enumerated() {
        lines += "{\"seed\":\(seed),\"index\":\(index),\"prediction\":\(truth + 1)}\n"
      }
    }
    try AtomicFile.write(Array(lines.utf8), to: tool.scratch("own"))
    let right = try json(
      try await tool("score", examples.name, "own", "--asked-by", "graphs/on-path", "--format", "json"))
    let scores = try #require((right["scores"] as? [[String: Any]])?.first)
    #expect(scores["scores"] as? [Double] == [1, 1])
    let exported = try json(try await tool("score", examples.name, "own", "--format", "json"))
    #expect((exported["scores"] as? [[String: Any]])?.first?["mean"] as? Double != 1)
    let stranger = try await tool("score", "graphs/dijkstra", "own", "--asked-by", "graphs/on-path")
    #expect(stranger.status == 2)
    let never = try await tool("score", "graphs/trees", "own", "--asked-by", "graphs/from-scratch")
    #expect(never.status == 2 && never.errors.contains("unknown split that graphs/from-scratch asks"), "\(never)")
  }

  /// An export of powers/train has several questions an example: each is answered.
  @Test func everyQuestionOfAnExampleIsScored() async throws {
    let out = try await tool("export", "powers/train", "--count", "12", "--seed", "7", "--from", "5", "--out", "asked")
    #expect(out.status == 0)
    var answers = try String(contentsOfFile: tool.scratch("asked"), encoding: .utf8).split(separator: "\n").map {
      line in
      let object = try #require(try JSONSerialization.jsonObject(with: Foundation.Data(line.utf8)) as? [String: Any])
      return try #require(object["answers"] as? [Int])
    }
    let questions = answers.reduce(0) { $0 + $1.count }
    func write() throws {
      let lines = answers.enumerated().map { "{\"index\":\($0 + 5),\"answers\":\($1)}\n" }
      try AtomicFile.write(Array(lines.joined().utf8), to: tool.scratch("answers"))
    }
    let score = [
      "score", "powers/train", "answers", "--seed", "7", "--from", "5", "--format", "json", "--trained",
      "powers/train:8:7", "--per-example", "rows.jsonl",
    ]
    func everything() async throws -> [String: Any] {
      try #require((try json(try await tool(score))["scores"] as? [[String: Any]])?.first)
    }
    try write()
    let perfect = try await everything()
    #expect(perfect["mean"] as? Double == 1 && perfect["examples"] as? Int == questions && questions >= 96)
    answers[2][1] = (answers[2][1] + 1) % 32
    try write()
    #expect(abs(try #require(try await everything()["mean"] as? Double) - (1 - 1 / Double(questions))) < 1e-12)
    let rows = try String(contentsOfFile: tool.scratch("rows.jsonl"), encoding: .utf8).split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Foundation.Data($0.utf8)) as? [String: Any])
    }
    let wrong = rows.filter { $0["exact-match"] as? Double == 0 }
    #expect(rows.count == questions && wrong.count == 1)
    #expect(wrong[0]["index"] as? Int == 7 && wrong[0]["question"] as? Int == 1)
    // Training held the first eight examples of the seed: three of these.
    #expect(rows.allSatisfy { ($0["seen"] as! Int) == (($0["index"] as! Int) < 8 ? 1 : 0) })

    answers[3].removeLast()
    try write()
    let short = try await tool(score)
    #expect(short.status == 3 && short.output.isEmpty)
    #expect(
      short.errors.contains("replicate 0: example 8 has \(answers[3].count) answers, and \(answers[3].count + 1)"))
    for text in ["9", "\"9\"", "[9,null]", "[9,NaN]", "{}"] {
      try AtomicFile.write(Array("{\"index\":5,\"answers\":\(text)}\n".utf8), to: tool.scratch("answers"))
      let refused = try await tool(score)
      #expect(
        refused.status == 3 && refused.output.isEmpty && refused.errors.contains("answers"), "\(text): \(refused)")
    }
  }
}
