import Foundation
import Learning
import Reports
import Testing

@testable import Bench
@testable import Judging
@testable import Reports
@testable import Results
@testable import Storage
@testable import Training

/// Exit codes of `genbench run`, on runs that were put where it keeps its own: nothing is trained.
@Suite struct RunTests {
  let tool: BuiltTool
  let experiment = Experiment.all(.smoke)[0]

  init() throws { tool = BuiltTool(scratch: try ScratchFolder()) }

  /// Runs that answer everything with one number, which is no better than the best constant.
  func keepRuns() throws { try Self.keepRuns(of: experiment, in: tool) }

  static func keepRuns(of experiment: Experiment, in tool: BuiltTool) throws {
    for replicate in 0..<experiment.replicates {
      let stages = experiment.stages.map { stage in
        Run.StageOutcome(
          name: stage.name, parameters: [], losses: [],
          predictions: experiment.asked.map { Array(repeating: 2, count: $0.count) }, seconds: 1)
      }
      let checkpoint = RunCheckpoint(run: Run(replicate: replicate, stages: stages), training: nil, seconds: 0)
      let identity = RunIdentity(experiment.plan, replicate: replicate, sources: .compiled)
      try RunStore(folder: tool.scratch("store/runs")).keep(checkpoint.bytes, identity.hexadecimal)
    }
    // The leak is not what is asked about here, and measuring it takes seconds.
    let unseen = experiment.asked.map { question in
      experiment.stages.map { _ in [UInt8](repeating: 0, count: question.count) }
    }
    for replicate in 0..<experiment.replicates {
      let identity = RunIdentity(experiment.plan, replicate: replicate, sources: .compiled)
      try RunStore(folder: tool.scratch("store/exposures")).keep(Exposure(seen: unseen).bytes, identity.hexadecimal)
    }
  }

  @Test func aFailedClaimIsExitOneAndSaysHowToAskAgain() async throws {
    try keepRuns()
    let outcome = try await tool("run", experiment.id, "--profile", "smoke")
    #expect(outcome.status == 1 && outcome.errors.isEmpty)
    for claim in experiment.claims { #expect(outcome.output.contains(claim.subject)) }
    #expect(outcome.output.contains("rerun: \(experiment.rerunCommand(experiment.claims[0]))"))
    #expect(outcome.output.contains("does not beat the trivial predictor"))
  }

  @Test func whereThresholdsComeFromIsSaidToWhoeverAsks() async throws {
    try keepRuns()
    let asked = try await tool("run", experiment.id, "--profile", "smoke", "--why")
    #expect(asked.status == 1 && asked.errors.isEmpty)
    let lines = asked.output.split(separator: "\n")
    #expect(lines.count { $0.contains("the threshold: ") } == experiment.claims.count)
    for claim in experiment.claims { #expect(asked.output.contains("the threshold: \(claim.provenance)\n")) }
    #expect(!(try await tool("run", experiment.id, "--profile", "smoke").output.contains("the threshold: ")))
    let refused = try await tool("run", experiment.id, "--why", "--seed", "3")
    #expect(refused.status == 2 && refused.errors.contains("--why") && refused.output.isEmpty)
  }

  @Test func whatIsAskedTwiceCountsOnce() async throws {
    try keepRuns()
    let once = try await tool("run", experiment.id, "--profile", "smoke")
    let twice = try await tool("run", experiment.id, experiment.id, "--profile", "smoke")
    // All but the last two lines: the seconds, and where there is more.
    func table(_ outcome: BuiltTool.Outcome) -> [Substring] { outcome.output.split(separator: "\n").dropLast(2) }
    #expect(twice.status == 1 && table(twice) == table(once))
    let words = ["report", experiment.id, experiment.id, "--profile", "smoke", "--out", "out"]
    #expect(try await tool(words).status == 1)
    #expect(try RunReport.read(tool.scratch("out/results.jsonl")).claims.count == experiment.claims.count)
  }

  @Test func oneReplicateIsScoredAndNotJudged() async throws {
    try keepRuns()
    let outcome = try await tool("run", experiment.id, "--seed", "3", environment: ["GENBENCH_PROFILE": "smoke"])
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.hasPrefix("\(experiment.id), replicate 3: fingerprint "))
    #expect(outcome.output.split(separator: "\n").count == 1 + experiment.claims.count)
  }

  @Test func whatIsMissingIsListedAndNotTrained() async throws {
    let words = ["run", experiment.id, "--profile", "smoke"]
    let all = (0..<experiment.replicates).map { "\(experiment.id) \($0)\n" }
    let empty = try await tool(words + ["--missing"])
    #expect(empty.status == 0 && empty.errors.isEmpty && empty.output == all.joined())
    try keepRuns()
    #expect(try await tool(words + ["--missing"]).output.isEmpty)
    let identity = RunIdentity(experiment.plan, replicate: 3, sources: .compiled)
    try RunStore(folder: tool.scratch("store/runs")).remove(identity.hexadecimal)
    #expect(try await tool(words + ["--missing"]).output == all[3])
    // Another machine's part is not among it, and is not spoken of.
    let home = Shard.home(of: experiment.id, among: 5)
    let other = Shard(home.number % 5 + 1, of: 5)
    #expect(try await tool(words + ["--missing", "--shard", home.description]).output == all[3])
    #expect(try await tool(words + ["--missing", "--shard", other.description]).output.isEmpty)
    for more in [["--why"], ["--readings"], ["--seed", "3"]] {
      let refused = try await tool(words + ["--missing"] + more)
      #expect(refused.status == 2 && refused.errors.contains("--missing lists") && refused.output.isEmpty)
    }
  }

  @Test func whatBelongsToAnotherShardIsSkippedVisibly() async throws {
    let home = Shard.home(of: experiment.id, among: 5)
    let other = Shard(home.number % 5 + 1, of: 5)
    let skipped =
      "skipped: \(experiment.id) belongs to shard \(home), this is shard \(other)\n"
      + "shard \(other) has none of the 1 experiments asked for: nothing was judged\n"
    let byOption = try await tool("run", experiment.id, "--profile", "smoke", "--shard", other.description)
    #expect(byOption.status == 0 && byOption.errors.isEmpty && byOption.output == skipped)
    let byEnvironment = try await tool(
      "run", experiment.id, "--profile", "smoke", environment: ["GENBENCH_SHARD": other.description])
    #expect(byEnvironment.status == 0 && byEnvironment.output == skipped)
    try keepRuns()
    // The option says it, whatever the environment says.
    let own = try await tool(
      "run", experiment.id, "--profile", "smoke", "--shard", home.description,
      environment: ["GENBENCH_SHARD": other.description])
    #expect(own.status == 1 && own.output.contains(experiment.claims[0].subject))
    for text in ["0/2", "3/2", "x"] {
      let refused = try await tool("run", "--shard", text)
      #expect(refused.status == 2 && refused.errors.contains("--shard is \"\(text)\". Give I/N"))
    }
  }

  @Test func aStoreThatCannotBeIsExitTwoAndLeavesNothing() async throws {
    try AtomicFile.write([1], to: tool.scratch("file"))
    let outcome = try await tool(
      "run", experiment.id, "--profile", "smoke", environment: ["GENBENCH_STORE": tool.scratch("file/store")])
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("To mend it: a file stands where a folder must be: move it away"))
    #expect(outcome.errors.contains("or set GENBENCH_STORE to another folder"))
    #expect(try tool.scratch.names() == ["file"])
  }

  @Test func aDivergedRunIsExitThree() async throws {
    let state = TrainingState(
      parameters: Array(repeating: .infinity, count: experiment.model.layout.count))
    let lost = RunCheckpoint(run: Run(replicate: 0, stages: []), training: state, seconds: 0)
    let identity = RunIdentity(experiment.plan, replicate: 0, sources: .compiled)
    try RunStore(folder: tool.scratch("store/checkpoints")).keep(lost.bytes, identity.hexadecimal)
    let outcome = try await tool("run", experiment.id, "--seed", "0", "--profile", "smoke")
    #expect(outcome.status == 3 && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("error: \(experiment.id), replicate 0, stage train: The loss became"))
  }
}
