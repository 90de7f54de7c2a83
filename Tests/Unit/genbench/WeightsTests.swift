import Foundation
import Learning
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// `genbench weights`, on a run that was put where it looks: nothing is trained.
@Suite struct WeightsTests {
  let tool: BuiltTool
  let experiment = Experiment.shortestPathsOnPath(.smoke)

  init() throws { tool = BuiltTool(scratch: try ScratchFolder()) }

  private var words: [String] { ["weights", experiment.plan.id, "--seed", "2", "--profile", "smoke"] }

  private var store: RunStore { RunStore(folder: tool.scratch("store/runs")) }

  private var identity: String {
    RunIdentity(experiment.plan, replicate: 2, sources: .compiled).hexadecimal
  }

  /// Stages that end with different weights.
  private func keep() throws {
    let model = experiment.model
    let stages = experiment.stages.enumerated().map { place, stage in
      Run.StageOutcome(
        name: stage.name, parameters: model.layout.initialValues(seed: .init(root: UInt64(place))), losses: [],
        predictions: [], seconds: 1)
    }
    let run = RunCheckpoint(run: Run(replicate: 2, stages: stages), training: nil, seconds: 0)
    try store.keep(run.bytes, identity)
  }

  private func refuses(
    _ outcome: BuiltTool.Outcome, _ status: Int32, _ sentence: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(outcome.status == status && outcome.output.isEmpty, "\(outcome)", sourceLocation: sourceLocation)
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(try !tool.scratch.names().contains("w"), sourceLocation: sourceLocation)
  }

  @Test func theFileHasTheStageThatIsNamedOrTheLast() async throws {
    try keep()
    for (place, stage) in experiment.stages.enumerated() {
      let named = try await tool(words + ["--stage", stage.name, "--out", "w"])
      #expect(named.status == 0 && named.output.isEmpty && named.errors.isEmpty, "\(named)")
      let file = try Safetensors.read(tool.scratch("w"))
      let expected = experiment.model.layout.initialValues(seed: .init(root: UInt64(place)))
      #expect(try file.parameters(of: experiment.model.layout) == expected)
      #expect(file.metadata["stage"] == stage.name && file.metadata["replicate"] == "2")
    }
    let last = try await tool(words + ["--out", "last"])
    #expect(last.status == 0)
    #expect(try AtomicFile.read(tool.scratch("last")) == AtomicFile.read(tool.scratch("w")))
  }

  @Test func answersTakeThePlaceOfTheWeights() async throws {
    try keep()
    let outcome = try await tool(words + ["--answers", "graphs/train", "--out", "w"])
    #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty, "\(outcome)")
    let file = try Safetensors.read(tool.scratch("w"))
    #expect(try file.floats("answers", shape: [64, 1]).allSatisfy(\.isFinite))
    #expect(file["starts"]?.shape == [65] && file["head.weight"] == nil)
  }

  @Test func whatIsNotKeptSaysWhatMakesIt() async throws {
    let mend = "To make it: swift run genbench run graphs/on-path --seed 2 --profile smoke"
    try refuses(await tool(words + ["--out", "w"]), 3, "replicate 2: no finished run is kept. \(mend)")
    try keep()
    try refuses(await tool(words.map { $0 == "2" ? "1" : $0 } + ["--out", "w"]), 3, "replicate 1: no finished run")
    try refuses(await tool(words.map { $0 == "smoke" ? "paper" : $0 } + ["--out", "w"]), 3, "--profile paper")
  }

  @Test func aDamagedRunIsRefusedByName() async throws {
    try keep()
    let path = store.path(of: identity)
    var bytes = try #require(try AtomicFile.read(path))
    bytes[bytes.count * 2 / 3] ^= 0x10
    try AtomicFile.write(bytes, to: path)
    try refuses(await tool(words + ["--out", "w"]), 3, "\(path) does not match its checksum")
    try AtomicFile.write(Array(bytes[..<(bytes.count / 2)]), to: path)
    try refuses(await tool(words + ["--out", "w"]), 3, "\(path) is cut short")
  }

  @Test(arguments: [
    (
      ["--out", "w", "--stage", "fine-tuned"], "unknown stage of graphs/on-path \"fine-tuned\". Did you mean fine-tune?"
    ),
    (["--out", "w", "--answers", "graphs/denser"], "unknown split that graphs/on-path asks"),
    (["--out", "w", "--answers", "graphs/train", "--count", "4097"], "graphs/on-path asks 4096 of graphs/train"),
    (["--out", "w", "--answers", "graphs/train", "--count", "0"], "--count is \"0\""),
    (["--out", "w", "--count", "3"], "--count says how many --answers"), (["--out", "-"], "give a file"),
    (["--out", ""], "give a file"), ([], "--out is missing"),
    (["--out", "w", "--seed", "3"], "--seed is given twice"),
    (["--out", "no-such-folder/w"], "cannot write no-such-folder/w"),
  ])
  func whatCannotBeMeantIsExitTwo(more: [String], sentence: String) async throws {
    try keep()
    try refuses(await tool(words + more), 2, sentence)
  }

  @Test func namesThatNothingHasAreExitTwo() async throws {
    try refuses(await tool("weights"), 2, "Name the experiment")
    try refuses(await tool("weights", "graphs/onpath", "--seed", "0", "--out", "w"), 2, "graphs/on-path")
    try refuses(await tool("weights", "graphs/on-path", "--out", "w"), 2, "--seed is missing")
    try refuses(await tool("weights", "graphs/on-path", "graphs/looped", "--seed", "0"), 2, "one word too many")
  }

  @Test(.hasFullDevice) func aFullDiskIsExitThree() async throws {
    try keep()
    try refuses(await tool(words + ["--out", "/dev/full"]), 3, "cannot write /dev/full")
  }
}
