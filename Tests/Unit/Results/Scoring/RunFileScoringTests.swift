import Data
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// What `genbench run --predictions` wrote is scored as the run itself is.
@Suite struct RunFileScoringTests {
  private func file(_ trained: TrainedExperiment, _ format: RecordFormat) -> [UInt8] {
    Array(trained.predictions(format).joined())
  }

  private func read(
    _ bytes: [UInt8], _ asked: AskedSplit, after stage: String?
  ) throws -> Predictions {
    try Predictions(jsonLines: bytes, file: "p", of: asked.examples, after: stage, count: nil)
  }

  /// Replicate by replicate, every metric that the family's files have.
  private func expectSame(
    _ trained: TrainedExperiment, _ place: Int, after stage: String, _ format: RecordFormat
  ) throws {
    let asked = trained.experiment.asked[place]
    let predictions = try read(file(trained, format), asked, after: stage)
    #expect(predictions.experiment == trained.experiment.id && predictions.count == asked.count)
    let scoring = try Scoring(
      predictions, of: asked.examples, exportSeed: nil, askedBy: asked, trainedOn: [], threads: 1)
    let own = trained.experiment.answers(to: asked, after: stage, trained.runs, trained.exposures)
    #expect(scoring.answers.map(\.seed) == own.map(\.seed))
    for (read, own) in zip(scoring.answers, own) {
      #expect(read.evaluation.truths == own.evaluation.truths)
      for metric in asked.examples.metrics {
        #expect(metric.score(read.evaluation, .everything) == metric.score(own.evaluation, .everything))
      }
    }
  }

  @Test(arguments: RecordFormat.allCases) func distancesScoreTheSame(format: RecordFormat) async throws {
    let trained = try await ExportedRunTests.trained()
    for stage in ["train", "fine-tune"] {
      for place in trained.experiment.asked.indices { try expectSame(trained, place, after: stage, format) }
    }
  }

  /// A run of no step: paths are answered badly, and some have no end.
  private func untrained(_ experiment: Experiment, _ count: Int) async throws -> TrainedExperiment {
    var plan = experiment
    let stage = experiment.stages[0]
    plan.plan = TrainingPlan(
      id: experiment.id, model: experiment.plan.model(of: stage),
      stages: [Stage("train", on: stage.examples, stage.recipe)],
      asked: experiment.asked.map { AskedSplit($0.examples, count: count, loops: $0.loops) }, replicates: 2)
    plan.plan.stages[0].recipe.steps = 0
    plan.claims = []
    plan.instrumentation = nil
    let scratch = try ScratchFolder()
    return try await Lab(LabSettings(threads: 2, storeFolder: scratch("store"))).trained(plan)
  }

  @Test(arguments: RecordFormat.allCases, ["mazes/other-sizes", "mazes/moves", "mazes/solver-path-rotary-one"])
  func pathsScoreTheSame(format: RecordFormat, id: String) async throws {
    let trained = try await untrained(try Experiment.named(id, .smoke), 9)
    let text = String(decoding: file(trained, .csv), as: UTF8.self)
    #expect(text.hasPrefix("experiment,stage,split,seed,index,prediction,truth,path,finished,"))
    for place in trained.experiment.asked.indices { try expectSame(trained, place, after: "train", format) }
  }

  @Test(arguments: RecordFormat.allCases) func powersScoreTheSame(format: RecordFormat) async throws {
    let trained = try await untrained(try Experiment.named("powers/squaring", .smoke), 7)
    for place in trained.experiment.asked.indices { try expectSame(trained, place, after: "train", format) }
  }

  @Test func whatTheFileDoesNotHaveIsNamed() async throws {
    let trained = try await ExportedRunTests.trained()
    let bytes = file(trained, .csv)
    let asked = trained.experiment.asked[0]
    func problem(_ bytes: [UInt8], _ asked: AskedSplit, after stage: String?) -> String {
      "\(#expect(throws: JSONLinesError.self) { try read(bytes, asked, after: stage) }!)"
    }
    #expect(problem(bytes, asked, after: nil).contains("asked after train, fine-tune. Name one of them with --stage"))
    #expect(problem(bytes, asked, after: "tune").contains("asked after train, fine-tune"))
    let stranger = AskedSplit(.graphs(.train), count: 1)
    #expect(problem(bytes, stranger, after: "train").contains("Asked were: graphs/tiny, graphs/other."))
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let cut = Array(lines.dropLast().joined(separator: "\n").utf8)
    #expect(problem(cut, trained.experiment.asked[1], after: "fine-tune").contains("is missing for seed 1"))
    let half = Array(String(decoding: bytes, as: UTF8.self).dropLast(9).utf8)
    #expect(problem(half, asked, after: "train").contains("p:\(lines.count): "))
    let other = Array("index,prediction\n0,2.5\n".utf8)
    #expect(problem(other, asked, after: "train").contains("only a run's file has stages"))
    // Another program's table is read like its lines.
    #expect(try read(other, asked, after: nil).replicates == [.init(seed: 0, answers: [.number(2.5)])])
    #expect(problem(Array("index,prediction,mood\n0,2.5,good\n".utf8), asked, after: nil).contains("\"mood\""))
  }
}
