import Foundation
import Learning
import Reports
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// Weights that another program trained are asked and judged like a run's, and never taken for one.
@Suite struct ForeignWeightsTests {
  let scratch: ScratchFolder
  let settings: LabSettings

  init() throws {
    scratch = try ScratchFolder()
    settings = LabSettings(threads: 1, storeFolder: scratch("store"))
  }

  private static let unseen = Claim(
    subject: "unseen", stage: "fine-tune", split: "graphs/tiny", slice: .unseen, metric: .squaredError,
    requirement: .atMost(1_000), isControl: false, testName: "Tiny/unseen", provenance: .replicates(0...1, "Halved."),
    leakLimit: .unseen)

  private static let experiment = TinyExperiment.make(
    questions: 30, replicates: 2,
    claims: [TinyExperiment.claim(atMost: 1_000), unseen, TinyExperiment.claim("bad", atMost: 1e-9, isControl: true)])

  /// Of the suite's own runs.
  private func files(_ trained: [Run], _ experiment: Experiment) throws -> [Safetensors] {
    try trained.map { run in
      let path = scratch("\(run.replicate).safetensors")
      try AtomicFile.write(TrainedWeights(experiment, run, stage: experiment.stages[1]).file(path).bytes, to: path)
      return try Safetensors.read(path)
    }
  }

  private func asking(_ count: Int, _ experiment: Experiment = experiment, after stage: String? = nil) throws
    -> Experiment
  {
    try experiment.asking(weightsIn: (0..<count).map { "\($0) w.safetensors" }, after: stage)
  }

  @Test func theyAnswerWhatTheRunAnswered() async throws {
    let trained = try await Lab(settings).trained(Self.experiment)
    let kept = try FileManager.default.subpathsOfDirectory(atPath: scratch("store"))
    let foreign = try await asking(2).answered(by: files(trained.runs, Self.experiment), threads: 2)
    for (own, read) in zip(trained.runs, foreign.runs) {
      let last = own.stage(named: "fine-tune")
      #expect(read.replicate == own.replicate && read.stages.map(\.name) == ["fine-tune"])
      #expect(read.stages[0].predictions == last.predictions && read.stages[0].parameters == last.parameters)
    }
    #expect(try FileManager.default.subpathsOfDirectory(atPath: scratch("store")) == kept)
    let judged = foreign.judgeAll(baseline: nil)
    #expect(judged.map(\.claim.subject) == ["tiny", "unseen", "bad"])
    let own = trained.judgeAll(baseline: nil)
    #expect(judged[0].judgement.scores == own[0].judgement.scores)
    #expect(judged[0].judgement.reasons == own[0].judgement.reasons)
  }

  /// Nobody knows what they were shown: a claim about unseen examples cannot hold, and no share is made up.
  @Test func whatTheyWereShownIsNotKnown() async throws {
    let trained = try await Lab(settings).trained(Self.experiment)
    let judged = try await asking(2).answered(by: files(trained.runs, Self.experiment), threads: 1)
      .judgeAll(baseline: nil)
    #expect(judged.allSatisfy { $0.leak == nil && $0.row.leakShare == nil && $0.row.repeats == nil })
    #expect(!judged[1].isPassed && judged[1].row.reasons.contains { $0.contains("were trained on is not known") })
    // All examples are asked, the seen ones too.
    #expect(judged[1].judgement.scores.map(\.score) == judged[0].judgement.scores.map(\.score))
    // No replicate of theirs chose the threshold.
    #expect(!judged[1].row.reasons.contains { $0.contains("chose the threshold") })
    #expect(!judged[0].row.reasons.contains { $0.contains("not known") })
  }

  @Test func everyReportSaysWhatTheyAre() async throws {
    let experiment = try asking(2)
    let words = "--weights '0 w.safetensors' --weights '1 w.safetensors' --stage fine-tune"
    #expect(experiment.variation?.description == words && experiment.claim.contains("trained elsewhere: \(words)"))
    #expect(try experiment.acceptedBaseline() == nil)
    let trained = try await Lab(settings).trained(Self.experiment)
    let judged = try await experiment.answered(by: files(trained.runs, Self.experiment), threads: 1)
      .judgeAll(baseline: nil)
    let report = RunReport(judged, profile: .smoke, sources: .compiled, date: "2025-01-02")
    #expect(report.provenance.changes == words)
    #expect(
      report.markdown.contains("Changed: --weights '0 w.safetensors'") && report.markdown.contains("without a baseline")
    )
    #expect(report.junit.contains("<property name=\"changes\" value=\"--weights "))
    #expect(report.page().contains("<b>Changed: </b>") && report.page().contains("<code>--weights "))
    #expect(report.jsonLines.contains("\"changes\": \"--weights "))
    #expect(try ResultsReader.report(Array(report.jsonLines.utf8), file: "r").provenance.changes == words)
  }

  @Test func oneFileHasNoInterval() async throws {
    let trained = try await Lab(settings).trained(Self.experiment)
    let judged = try await asking(1).answered(by: files([trained.runs[0]], Self.experiment), threads: 1)
      .judgeAll(baseline: nil)
    #expect(!judged[0].isPassed && judged[0].row.estimate.seeds == 1)
  }

  @Test func aNetworkMeasuresWhatItsBatchNormsDid() async throws {
    var shape = TinyExperiment.model
    shape.batchNorm = BatchNormRule(epsilon: 1e-5, blend: 0.1, hasScale: true, isUnbiased: true)
    var experiment = Self.experiment
    experiment.plan.model = .encoder(shape)
    for place in experiment.plan.stages.indices { experiment.plan.stages[place].recipe.shardCount = 1 }
    let trained = try await Lab(settings).trained(experiment)
    let foreign = try await asking(2, experiment).answered(by: files(trained.runs, experiment), threads: 1)
    #expect(foreign.runs.map { $0.stages[0].statistics } == trained.runs.map { $0.stages[1].statistics })
    #expect(foreign.runs.map { $0.stages[0].predictions } == trained.runs.map { $0.stages[1].predictions })
  }

  /// Whoever learned from an asker's questions answers by itself.
  @Test func anAskerBesideTheLearnerIsLeftOut() async throws {
    let system = TinyAmplification.experiment(ticks: 12)
    let run = try await Lab(settings).run(system.plan, replicate: 0)
    let file = try TrainedWeights(system, run, stage: system.stages[0]).file("w")
    #expect(file["asker.words"] != nil)
    let foreign = try await asking(1, TinyAmplification.toldTheTruth(steps: 3)).answered(by: [file], threads: 1)
    #expect(foreign.runs[0].stages[0].parameters == run.stages[0].parameters)
  }

  @Test func whatDoesNotFitIsNamed() async throws {
    let model = Self.experiment.model.model
    let values = ModelValues(parameters: model.layout.initialValues(seed: .init(root: 1)))
    func tensors() -> [String: Tensor] { Safetensors(values, of: model, file: "w").tensors }
    func problem(_ change: (inout [String: Tensor]) -> Void) async throws -> WeightsProblem {
      var changed = tensors()
      change(&changed)
      let file = Safetensors(changed, file: "w.safetensors")
      return try await #require(throws: WeightsProblem.self) {
        _ = try await asking(1).answered(by: [file], threads: 1)
      }
    }
    let missing = try await problem { $0["head.bias"] = nil }
    #expect(missing.tensor == "head.bias" && "\(missing)".contains("w.safetensors: head.bias: is missing"))
    #expect(missing.mend.contains("docs/weights.md"))
    let stranger = try await problem { $0["head.gate"] = Tensor(.floats([1]), shape: [1]) }
    #expect(stranger.tensor == "head.gate" && stranger.what.contains("is no tensor of this network"))
    let asker = try await problem { $0["asker.words"] = Tensor(.floats([1]), shape: [1]) }
    #expect(asker.tensor == "asker.words" && asker.what.contains("is no tensor of this network"))
    let shape = try await problem { $0["embedding"] = Tensor(.floats([1, 2]), shape: [2, 1]) }
    #expect(shape.tensor == "embedding" && shape.what.contains("has the shape [2, 1], and in this network [17, 8]"))
    let huge = try await problem { changed in
      let shape = changed["head.weight"]!.shape
      changed["head.weight"] = Tensor(
        .floats(Array(repeating: .greatestFiniteMagnitude, count: shape.reduce(1, *))), shape: shape)
    }
    #expect(huge.tensor.isEmpty && huge.what.contains("answers no finite numbers to graphs/tiny"))
    var nan = tensors()
    nan["head.bias"] = Tensor(.floats([.nan]), shape: [1])
    let file = Safetensors(nan, file: "w")
    let problem = await #expect(throws: SafetensorsProblem.self) {
      try await asking(1).answered(by: [file], threads: 1)
    }
    #expect(problem?.field == "head.bias")
  }

  @Test func whatCannotBeAskedIsSaid() throws {
    #expect(throws: UnknownName.self) { try asking(1, after: "tuned") }
    let nothing = #expect(throws: SettingProblem.self) { try asking(1, after: "train") }
    #expect(nothing!.description.contains("claims nothing of the answers after it: name one of fine-tune"))
    let system = #expect(throws: SettingProblem.self) { try asking(1, .amplification(.smoke)) }
    #expect(system!.description.contains("trains two networks on each other's answers"))
    let read = #expect(throws: SettingProblem.self) { try asking(1, try .named("lca/factors", .smoke)) }
    #expect(read!.description.contains("claims nothing of answers"))
  }
}
