import Foundation
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// What own runs answered and how their losses fell, as files for other programs.
@Suite struct ExportedRunTests {
  static func trained() async throws -> TrainedExperiment {
    let scratch = try ScratchFolder()
    var experiment = TinyExperiment.make(steps: 6, questions: 10, replicates: 2)
    experiment.asked.append(AskedSplit(.graphs(TinyExperiment.split(3...7, named: "other")), count: 3))
    experiment.stages[1].watch = Watch(everySteps: 4, count: 5, splits: ["graphs/tiny"])
    return try await Lab(LabSettings(threads: 2, storeFolder: scratch("store"))).trained(experiment)
  }

  private func objects(_ chunks: some Sequence<[UInt8]>) throws -> [[String: Any]] {
    try String(decoding: Array(chunks.joined()), as: UTF8.self).split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Foundation.Data(line.utf8)) as? [String: Any])
    }
  }

  /// Foundation reads a number of 17 digits a few units of the last place off.
  private static func isRead(_ number: Double, as read: Double) -> Bool { abs(number - read) <= 4 * number.ulp }

  @Test func everyAnswerIsARow() async throws {
    let trained = try await Self.trained()
    let rows = try objects(trained.predictions(.jsonl))
    // Two stages, two replicates, ten and three questions.
    #expect(rows.count == 52)
    for stage in trained.runs[1].stages {
      let own = rows.filter {
        $0["stage"] as? String == stage.name && $0["split"] as? String == "graphs/other" && $0["seed"] as? Int == 1
      }
      #expect(own.map { $0["index"] as? Int } == [0, 1, 2])
      #expect(own.map { ($0["prediction"] as? Double).map { Float($0) } } == stage.predictions[1])
      #expect(own.allSatisfy { $0["experiment"] as? String == "test/tiny" && $0["seen"] is Int && $0["n"] is Int })
    }
    let claim = trained.experiment.claims[0]
    let judged = rows.filter {
      $0["stage"] as? String == claim.stage && $0["split"] as? String == claim.split && $0["seed"] as? Int == 0
    }
    let errors = judged.map { row in
      let difference = (row["prediction"] as! Double) - (row["truth"] as! Double)
      return difference * difference
    }
    // A prediction is rounded to the text that reads back as its 32 bits: half a unit of the last of 24.
    #expect(abs(errors.reduce(0, +) / 10 - trained.score(claim, replicate: 0)) < 1e-5)
  }

  @Test func everyStepAndLookIsARow() async throws {
    let trained = try await Self.trained()
    let rows = try objects(trained.curves(.jsonl))
    for run in trained.runs {
      for stage in run.stages {
        let losses = rows.filter {
          $0["quantity"] as? String == "loss" && $0["seed"] as? Int == run.replicate
            && $0["stage"] as? String == stage.name
        }
        #expect(losses.map { ($0["value"] as? Double).map { Float($0) } } == stage.losses)
        #expect(losses.map { $0["step"] as? Int } == [1, 2, 3, 4, 5, 6] && losses[5]["examples"] as? Int == 48)
      }
    }
    let looks = rows.filter { $0["quantity"] as? String == "squared-error" }
    #expect(looks.map { $0["step"] as? Int } == [4, 6, 4, 6])
    #expect(looks.allSatisfy { $0["split"] as? String == "graphs/tiny" && $0["stage"] as? String == "fine-tune" })
    let curve = try #require(
      WatchedAnswers(trained.experiment, split: "graphs/tiny", upTo: "fine-tune", trained.runs)?
        .curve(.squaredError, on: .everything))
    for (look, score) in zip(looks, curve.scores.joined()) {
      #expect(Self.isRead(score, as: try #require(look["value"] as? Double)))
    }
    // Beside the looks, six steps of each stage and replicate.
    #expect(rows.count - looks.count == 24)
  }

  @Test func bothFormatsSayTheSame() async throws {
    let trained = try await Self.trained()
    for (csv, jsonl) in [
      (Array(trained.curves(.csv)), Array(trained.curves(.jsonl))),
      (Array(trained.predictions(.csv)), Array(trained.predictions(.jsonl))),
    ] {
      let lines = String(decoding: csv.joined(), as: UTF8.self).split(separator: "\n")
      let names = lines[0].split(separator: ",").map(String.init)
      let objects = try objects(jsonl)
      #expect(lines.count == objects.count + 1)
      for (line, object) in zip(lines.dropFirst(), objects) {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        #expect(cells.count == names.count && Set(object.keys) == Set(names))
        for (name, cell) in zip(names, cells) {
          switch object[name] {
          case let text as String: #expect(cell == text)
          case let number as Double: #expect(Self.isRead(try #require(Double(cell)), as: number))
          default: #expect(cell.isEmpty && object[name] is NSNull)
          }
        }
      }
    }
  }

  @Test func withoutARunThereIsAHeadAlone() throws {
    let nothing = try TrainedExperiment(
      experiment: TinyExperiment.make(), runs: [], exposures: [], diverged: [])
    #expect(try objects(nothing.curves(.jsonl)).isEmpty && objects(nothing.predictions(.jsonl)).isEmpty)
    let head = String(decoding: Array(nothing.predictions(.csv).joined()), as: UTF8.self)
    #expect(head == "experiment,stage,split,seed,index,prediction,truth\n")
  }
}
