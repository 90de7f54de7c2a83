import Reports
import Testing

@testable import Bench
@testable import Judging
@testable import Learning
@testable import Results
@testable import Storage
@testable import Training

/// `genbench run ID --weights FILE --stage T`, on weights that nobody trained.
@Suite struct ForeignWeightsCommandTests {
  let tool: BuiltTool
  let experiment = Experiment.shortestPathsOnPath(.smoke)

  init() throws { tool = BuiltTool(scratch: try ScratchFolder()) }

  private func write(_ name: String, seed: UInt64, dropping tensor: String? = nil) throws {
    let model = experiment.model.model
    let values = ModelValues(parameters: model.layout.initialValues(seed: .init(root: seed)))
    var file = Safetensors(values, of: model, file: name)
    if let tensor { file.tensors[tensor] = nil }
    try AtomicFile.write(file.bytes, to: tool.scratch(name))
  }

  private let words = ["graphs/on-path", "--profile", "smoke", "--weights", "a", "--weights", "b"]

  @Test func theyAreJudgedAndMarked() async throws {
    try write("a", seed: 1)
    try write("b", seed: 2)
    let run = try await tool(["run"] + words + ["--stage", "fine-tune"])
    #expect(run.status == 1 && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output.hasPrefix("\nchanged: --weights a --weights b --stage fine-tune\n"))
    #expect(run.output.contains("were trained on is not known") && run.output.contains("(2 seeds)"))
    #expect(!run.output.contains("not fine-tuned") && !run.output.contains("same bits"))
    #expect(!run.output.contains("kept runs") && !run.output.contains("trained in"))
    let report = try await tool(["report"] + words + ["--stage", "fine-tune", "--out", "out"])
    #expect(report.status == 1 && report.errors.isEmpty, "\(report.errors)")
    #expect(try RunReport.read(tool.scratch("out/results.jsonl")).provenance.changes?.hasPrefix("--weights a") == true)
    // Nothing is kept.
    #expect(try tool.scratch.names() == ["a", "b", "out"])
  }

  @Test(arguments: [
    (["graphs/on-path", "--stage", "fine-tune"], "--stage says after which stage --weights stand"),
    (["--weights", "a"], "judged by one experiment"), (["graphs/on-path", "--weights", "none"], "none: is missing"),
    (["graphs/on-path", "--weights", "a", "--stage", "tune"], "unknown stage of graphs/on-path \"tune\""),
    (["graphs/on-path", "--weights", "a", "--seed", "1"], "--weights and --seed cannot be given together"),
    (["graphs/on-path", "--weights", "a", "--set", "train.rate=1"], "--weights and --set cannot be given together"),
    (["graphs/on-path", "--weights", "c"], "c: head.weight: is missing"),
    (["graphs/looped", "--weights", "a"], "is no tensor of this network"),
  ])
  func whatCannotBeMeantIsExitTwo(words: [String], sentence: String) async throws {
    try write("a", seed: 1)
    try write("c", seed: 1, dropping: "head.weight")
    let outcome = try await tool(["run"] + words + ["--profile", "smoke"])
    #expect(outcome.status == 2 && outcome.output.isEmpty, "\(outcome)")
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
  }
}
