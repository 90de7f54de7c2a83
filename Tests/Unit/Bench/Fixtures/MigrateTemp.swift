import Foundation
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct MigrateTemp {
  @Test(.enabled(if: ProcessInfo.processInfo.environment["MIGRATE"] != nil)) func migrate() async throws {
    let lab = Lab(try LabSettings(environment: ["GENBENCH_THREADS": "2"]), listener: QuietListener())
    for profile in [Profile.smoke, .standard] {
      for experiment in Experiment.all(profile) {
        guard let old = try Baseline.load(experiment.id, in: Baseline.folder(profile)) else { continue }
        if old.reason.contains("Examples and floors") { continue }
        var claims: [Baseline.ClaimScores] = []
        var exposures: [Int: Exposure] = [:]
        for claim in experiment.claims {
          guard let accepted = old.scores(of: claim.subject) else {
            print("MIG missing", experiment.id, claim.subject); continue
          }
          if claim.metric.isReading {
            var floors: [String: Double] = [:]
            if case .nothing(let value, let label) = claim.floor { floors[label] = value }
            claims.append(.init(subject: claim.subject, scores: accepted.scores, floors: floors))
            continue
          }
          let split = experiment.split(about: claim)
          let place = experiment.place(of: split)
          let lineage = experiment.plan.lineage(of: claim.stage)
          let needsSeen = claim.slice.conditions.contains { $0.attribute == "seen" }
          let predictors = split.examples.trivialPredictors(for: claim.metric)
          var scores: [SeedScore] = []
          var all: [[Double]] = []
          for old in accepted.scores {
            var evaluation = split.examples.unanswered(
              count: split.count, seed: ReplicateSeeds(old.seed).questions(of: split))
            if needsSeen {
              if exposures[old.seed] == nil {
                exposures[old.seed] = try await lab.exposure(of: experiment.plan, replicate: old.seed)
              }
              evaluation = evaluation.adding(.init("seen", exposures[old.seed]!.column(of: place, over: lineage)))
            }
            scores.append(
              SeedScore(
                seed: old.seed, score: old.score,
                examples: claim.metric.isShare ? evaluation.rows(in: claim.slice).count : nil))
            all.append(predictors.map { $0.score(on: evaluation, metric: claim.metric, slice: claim.slice) })
          }
          var floors: [String: Double] = [:]
          if !split.examples.name.contains("theory") {
            for (number, predictor) in predictors.enumerated() {
              floors[predictor.label] = all.dropFirst().reduce(all[0][number]) { claim.metric.better($0, $1[number]) }
            }
          }
          claims.append(.init(subject: claim.subject, scores: scores, floors: floors))
          let verdict = Verdict(judging: claim, accepted: claims.last!, replicates: experiment.replicates)
          print(
            "MIG", profile, experiment.id, "|", claim.subject, claims.last!.interval, scores.compactMap(\.examples),
            floors, claim.requirement, verdict.isPassed ? "ok" : "FAIL \(verdict.reasons)")
        }
        let new = Baseline(
          id: old.id, claims: claims, runs: old.runs, datasets: old.datasets, sourceHash: old.sourceHash,
          toolchain: old.toolchain, date: old.date,
          reason: old.reason + " Examples and floors were added since, the scores are the same.")
        try new.save(in: Baseline.folder(profile))
      }
    }
  }
}
