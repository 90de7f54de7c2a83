import Testing

@testable import Bench
@testable import Judging
@testable import Storage
@testable import Training

/// `genbench sweep`, on runs that were put where it keeps its own.
@Suite struct SweepCommandTests {
  let tool: BuiltTool
  let words = ["sweep", "graphs/on-path", "--profile", "smoke", "--set", "model.width=32,64", "--replicates", "2"]

  init() throws { tool = BuiltTool(scratch: try ScratchFolder()) }

  private func keepRuns() throws {
    let experiment = try Experiment.named("graphs/on-path", .smoke)
    for width in [32, 64] {
      let variation = Variation(replicates: 2, settings: ["model.width=\(width)"])
      try RunTests.keepRuns(of: try experiment.varied(by: variation), in: tool)
    }
  }

  @Test func keptRunsAreToldAtOnce() async throws {
    try keepRuns()
    let text = try await tool(words)
    #expect(text.status == 0 && text.errors.isEmpty, "\(text.errors)")
    #expect(text.output.hasPrefix("graphs/on-path, model.width: 32, 64; 2 replicates of each"))
    for claim in try Experiment.named("graphs/on-path", .smoke).claims {
      #expect(text.output.contains(claim.subject))
    }

    let csv = try await tool(words + ["--format", "csv", "--at", "train"])
    #expect(csv.status == 0 && csv.errors.isEmpty)
    let lines = csv.output.split(separator: "\n")
    #expect(lines.count == 5 && lines[1].hasPrefix("graphs/on-path,32,0,train,graphs/train,"))
    #expect(lines[0].contains(",graphs/on-path-any-target rounded-accuracy"))

    // What a file's name ends in is its format; the file is written whole.
    let file = try await tool(words + ["--at", "train", "--out", "points.csv"])
    #expect(file.status == 0 && file.output.isEmpty && file.errors.isEmpty)
    #expect(String(decoding: try AtomicFile.read(tool.scratch("points.csv")) ?? [], as: UTF8.self) == csv.output)
  }

  @Test(arguments: [
    ([], "Name the experiment"), (["graphs/on-pat"], "graphs/on-path"),
    (["graphs/on-path"], "two sizes or more, such as --set model.width=8,12,16"),
    (["graphs/on-path", "--set", "model.width=8"], "two sizes or more"),
    (["graphs/on-path", "--set", "model.width=8,8"], "8 is given twice"),
    (["graphs/on-path", "--set", "model.widt=8,16"], "Did you mean model.width?"),
    (["graphs/on-path", "--set", "model.width=8,16", "--at", "tran"], "Did you mean train?"),
    (["graphs/on-path", "--set", "model.width=8,16", "--format", "xml"], "unknown format"),
    (["graphs/on-path", "--set", "model.width=8,16", "--threads", "0"], "from 1 to 1024"),
    (["graphs/on-path", "--set", "model.width=8,16", "--replicates", "1"], "from 2 to 1000"),
    (["graphs/on-path", "--set", "model.width=8,16", "--out", "points/"], "give a file"),
    (["graphs/on-path", "graphs/looped", "--set", "model.width=8,16"], "one word too many"),
    (["scaling/transfer"], "--format csv or jsonl"),
    (["scaling/transfer", "--set", "model.width=8,16"], "unknown setting of scaling/transfer"),
  ])
  func whatCannotBeMeantIsRefusedBeforeTraining(words: [String], sentence: String) async throws {
    let outcome = try await tool(["sweep"] + words + ["--profile", "smoke"])
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
    #expect(try tool.scratch.names().isEmpty)
  }

  /// Progress goes where it is not among the rows; what was saved is not lost.
  @Test func aSweepThatIsStoppedIsSaved() async throws {
    let line = """
      exec 2>err >out; "$@" & tool=$!
      for ((i = 0; i < 600; i++)); do if [ -s err ]; then break; fi; sleep 0.05; done
      kill -INT $tool; wait $tool
      """
    let outcome = try await tool.under(
      line, words: words + ["--format", "csv"],
      environment: ["GENBENCH_THREADS": "1", "GENBENCH_CHECKPOINT_SECONDS": "3600"])
    #expect(outcome.status == 130)
    let errors = String(decoding: try AtomicFile.read(tool.scratch("err")) ?? [], as: UTF8.self)
    #expect(errors.contains("graphs/on-path, model.width=32") && errors.contains("It is saved"), "\(errors)")
    #expect(try AtomicFile.read(tool.scratch("out")) == [])
    #expect(try RunStore(folder: tool.scratch("store/checkpoints")).identities().count >= 1)
  }
}
