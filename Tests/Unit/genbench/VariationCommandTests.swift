import Reports
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// `genbench run ID --replicates N --set NAME=VALUE`, on runs that were put where it keeps its own.
@Suite struct VariationCommandTests {
  let tool: BuiltTool
  let experiment = Experiment.all(.smoke)[0]
  let words = ["--replicates", "7", "--set", "train.rate=5e-4", "--set", "model.width=64"]

  init() throws { tool = BuiltTool(scratch: try ScratchFolder()) }

  private func keepRuns() throws {
    let variation = Variation(replicates: 7, settings: ["train.rate=5e-4", "model.width=64"])
    try RunTests.keepRuns(of: try experiment.varied(by: variation), in: tool)
  }

  @Test func whatWasChangedIsSaidFirst() async throws {
    try keepRuns()
    let outcome = try await tool(["run", experiment.id, "--profile", "smoke"] + words)
    #expect(outcome.status == 1 && outcome.errors.isEmpty, "\(outcome.errors)")
    let first = outcome.output.split(separator: "\n").prefix(2).joined(separator: "\n")
    #expect(first.hasPrefix("changed: \(words.joined(separator: " "))") && first.contains("without a baseline"))
    #expect(!outcome.output.contains("worse than its baseline"))
    // Five and six chose thresholds of it.
    #expect(outcome.output.contains("replicates 5, 6 chose its threshold, and do not judge it"))
    #expect(outcome.output.contains("rerun: swift run genbench run \(experiment.id) --profile smoke --replicates 7"))
  }

  @Test func runsOfOtherNumbersAreNotTakenForIt() async throws {
    try RunTests.keepRuns(of: experiment, in: tool)
    let smoke = ["run", experiment.id, "--profile", "smoke", "--missing"]
    #expect(try await tool(smoke).output.isEmpty)
    #expect(try await tool(smoke + ["--replicates", "7"]).output == "graphs/on-path 5\ngraphs/on-path 6\n")
    let all = (0..<7).map { "graphs/on-path \($0)\n" }.joined()
    #expect(try await tool(smoke + words).output == all)
    try keepRuns()
    #expect(try await tool(smoke + words).output.isEmpty)
    // As many kept runs serve a report, which says what they are.
    let report = try await tool(["report", experiment.id, "--profile", "smoke", "--out", "out"] + words)
    #expect(report.status == 1 && report.errors.isEmpty, "\(report.errors)")
    let facts = try #require(try RunReport.read(tool.scratch("out/results.jsonl")).provenance.experiments.first)
    #expect(facts.sentence.hasSuffix("Changed: \(words.joined(separator: " "))."))
    let missing = try await tool("report", experiment.id, "--profile", "smoke", "--replicates", "8")
    #expect(missing.status == 3 && missing.errors.contains("--profile smoke --replicates 8"))
  }

  @Test func oneReplicateOfOtherNumbersIsScored() async throws {
    try keepRuns()
    let outcome = try await tool(["run", experiment.id, "--profile", "smoke", "--seed", "3"] + words.dropFirst(2))
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(
      outcome.output.hasPrefix("changed: --set train.rate=5e-4 --set model.width=64\n\(experiment.id), replicate 3"))
  }

  @Test(arguments: [
    (["graphs/on-path", "--replicates", "0"], "--replicates is \"0\": give a whole number from 2 to 1000"),
    (["graphs/on-path", "--replicates", "1"], "from 2 to 1000"), (["--replicates", "-3"], "from 2 to 1000"),
    (["graphs/on-path", "--replicates", "1001"], "from 2 to 1000"),
    (["graphs/on-path", "--replicates", "x"], "from 2 to 1000"),
    (
      ["graphs/on-path", "--replicates", "9", "--seed", "3"],
      "--seed trains one replicate, and --replicates judges many"
    ),
    (["--set", "train.rate=1"], "name the experiment"),
    (["graphs/on-path", "--set", "train.rat=1"], "Did you mean train.rate or train.batch?"),
    (["graphs/on-path", "--set", "train.rate"], "Give NAME=VALUE"),
    (["graphs/on-path", "--set", "model.width=49"], "not shared evenly by 2 heads"),
    (["graphs/on-path", "mazes/other-sizes", "--set", "fine-tune.rate=1"], "unknown setting of mazes/other-sizes"),
  ])
  func whatCannotBeMeantIsRefusedBeforeTraining(words: [String], sentence: String) async throws {
    let outcome = try await tool(["run"] + words + ["--profile", "smoke"])
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
    #expect(try tool.scratch.names().isEmpty)
  }

  @Test(arguments: [["--merge", "a", "--replicates", "9"], ["--results", "--set", "train.rate=1"]])
  func filesSayWhatWasRun(words: [String]) async throws {
    let outcome = try await tool(["report"] + words)
    #expect(outcome.status == 2 && outcome.errors.contains("cannot be given together"))
  }
}
