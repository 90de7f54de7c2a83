import Foundation
import Testing

@testable import Bench
@testable import Judging
@testable import Reports
@testable import Storage
@testable import Training

/// What a sweep writes, of networks that train in a moment.
@Suite struct SweepPointsTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// Its first stage is looked at after 7 and 14 of 20 steps, and asked 5 of its 20 questions then.
  private static let watched: Experiment = {
    var experiment = TinyExperiment.make(replicates: 2)
    experiment.stages[0].watch = Watch(everySteps: 7, count: 5)
    return experiment
  }()

  private func trained(_ sweep: Sweep) async throws -> [TrainedExperiment] {
    let lab = Lab(LabSettings(threads: 2, storeFolder: scratch("store")))
    var trained: [TrainedExperiment] = []
    for member in sweep.members { trained.append(try await lab.trained(member.experiment)) }
    return trained
  }

  private static func objects(_ points: SweepPoints) throws -> [[String: Any]] {
    let text = String(decoding: Array(points.file(.jsonl).joined()), as: UTF8.self)
    return try text.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Foundation.Data(line.utf8)) as? [String: Any])
    }
  }

  @Test func aRowIsALook() async throws {
    let sweep = try Sweep(of: Self.watched, replicates: nil, settings: ["model.width=8,10"], at: nil)
    let trained = try await trained(sweep)
    let rows = try Self.objects(SweepPoints(sweep, trained))
    // Two sizes of two replicates: three looks at the first stage, the end of the second.
    #expect(rows.count == 16 && rows.map { $0["step"] as? Int }.prefix(4) == [7, 14, 20, 20])
    #expect(rows.map { $0["size"] as? String } == Array(repeating: "8", count: 8) + Array(repeating: "10", count: 8))
    #expect(Set(rows.compactMap { $0["experiment"] as? String }) == ["test/tiny"])
    // By hand: 4 (w + 1) w of attention, 4 w of norms, 25 w + 12 of a feed-forward pair, w + 1 of the head; and 17 symbols.
    for (size, own) in [("8", 541), ("10", 753)] {
      let found = try #require(rows.first { $0["size"] as? String == size })
      #expect(found["N"] as? Int == own && found["N_total"] as? Int == own + 17 * Int(size)!, "\(found)")
    }
    let (run, first) = (trained[0].runs[0], rows[1])
    #expect(first["stage"] as? String == "train" && first["learned"] as? String == "graphs/train")
    #expect(first["examples"] as? Int == 14 * 8 && first["seconds"] is NSNull)
    let losses = run.stages[0].losses.prefix(14).map(Double.init)
    #expect(abs(try #require(first["loss"] as? Double) - losses.mean) < 1e-12)
    let cost = try #require(NetworkCost(of: trained[0].experiment.stages[0], trained[0].experiment.plan))
    #expect(first["tokens"] as? Double == 14 * cost.tokensPerStep)
    #expect(first["operations"] as? Double == 14 * cost.operationsPerStep)
  }

  /// On the way five questions are asked, and at a stage's end all twenty.
  @Test func aLookHasItsOwnScore() async throws {
    let sweep = try Sweep(of: Self.watched, replicates: nil, settings: ["model.width=8,10"], at: nil)
    let trained = try await trained(sweep)
    let rows = try Self.objects(SweepPoints(sweep, trained))
    let column = "graphs/tiny squared-error"
    let run = trained[1].runs[1]
    let split = sweep.declared.asked[0]
    func score(_ predictions: [Float]) -> Double {
      Metric.squaredError.score(
        split.examples.evaluation(
          of: predictions, count: predictions.count, seed: ReplicateSeeds(1).questions(of: split)), .everything)
    }
    let own = Array(rows.suffix(4))
    #expect(own.allSatisfy { $0["replicate"] as? Int == 1 })
    let wanted =
      run.stages[0].milestones.prefix(2).map { score($0.predictions[0]) }
      + run.stages.map { score($0.predictions[0]) }
    #expect(Set(wanted).count == 4)
    for (row, score) in zip(own, wanted) {
      // Seventeen digits that Foundation reads by way of a decimal.
      #expect(abs(try #require(row[column] as? Double) / score - 1) < 1e-12)
    }
    #expect(own.map { $0["seconds"] is NSNull } == [true, true, false, false])
    #expect(trained[1].score(sweep.declared.claims[0], replicate: 1) == wanted[3])
  }

  @Test func aStageMayBeAskedForAlone() async throws {
    let sweep = try Sweep(of: Self.watched, replicates: nil, settings: ["model.width=8,10"], at: "fine-tune")
    let trained = try await trained(sweep)
    let text = String(decoding: SweepPoints(sweep, trained).file(.csv).flatMap(\.self), as: UTF8.self)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 5 && lines[0].hasPrefix("experiment,size,replicate,stage,learned,step,examples,tokens,"))
    #expect(lines.dropFirst().allSatisfy { $0.contains(",fine-tune,graphs/tiny,20,160,") })
    let before = try Sweep(of: Self.watched, replicates: nil, settings: ["model.width=8,10"], at: "train")
    // What is claimed is claimed of the other stage, so this one's answers are told.
    let told = SweepTable(before, trained).text(width: 200)
    #expect(!told.contains("tiny  ") && told.contains("graphs/tiny, squared error"))
    let errors = trained[1].estimate(.squaredError, "graphs/tiny", after: "train")
    #expect(told.contains(errors.bareText(as: .error)))
  }

  @Test func theTableFitsAndSaysWhatWasVaried() async throws {
    let settings = ["model.width=8,10", "train.rate=1e-4"]
    let sweep = try Sweep(of: Self.watched, replicates: nil, settings: settings, at: nil)
    var trained = try await trained(sweep)
    let text = SweepTable(sweep, trained).text(width: 60)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0].hasPrefix("test/tiny, model.width: 8, 10; 2 replicates of each"))
    #expect(lines[1] == "changed in all: --set train.rate=1e-4")
    let table = lines.dropFirst(4)
    #expect(table.allSatisfy { $0.count <= 60 }, "\(text)")
    // Broken into tables that repeat the size, each claim in one of them.
    #expect(table.count { $0.hasPrefix("model.width") } > 1 && table.contains { $0.hasSuffix("tiny") })
    #expect(table.contains { $0.hasPrefix("10 ") && $0.contains("753") })
    let interval = trained[1].judge(sweep.declared.claims[0], baseline: nil).judgement.interval
    #expect(text.contains(Estimate(interval).bareText(as: .error)))

    let experiment = trained[1].experiment
    let lost = RunDiverged(
      experiment: experiment.id, replicate: 1, stage: "train", problem: .diverged(step: 3, loss: .nan))
    trained[1] = try TrainedExperiment(experiment: experiment, runs: [], exposures: [], diverged: [lost])
    let told = SweepTable(sweep, trained).text(width: 120).split(separator: "\n")
    #expect(told.contains { $0.hasPrefix("10 ") && $0.contains("diverged") })
  }
}
