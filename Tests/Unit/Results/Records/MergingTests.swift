import Reports
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct MergingTests {
  /// The sample with only these of its claims.
  private func part(_ claims: [Int], _ file: String = "a.jsonl", seconds: Double? = 1) -> RunReport.Part {
    var report = Sample.run
    report.claims = claims.map { report.claims[$0] }
    report.provenance.experiments = report.provenance.experiments.filter { facts in
      report.claims.contains { $0.row.experiment == facts.id }
    }
    report.seconds = seconds
    return (file, report)
  }

  @Test func shardsMakeTheWholeWhateverTheirOrder() throws {
    let shards = [part([0], "0"), part([2], "2"), part([1], "1")]
    let merged = try RunReport.merged(shards, declared: Experiment.all)
    #expect(try RunReport.merged(shards.reversed(), declared: Experiment.all) == merged)
    #expect(merged.claims == Sample.run.claims)
    #expect(merged.provenance == Sample.run.provenance)
    #expect(merged.seconds == 3)
  }

  @Test func anEqualClaimIsThereOnce() throws {
    var second = part([0, 1], "b")
    second.report.claims[0].place = nil
    second.report.provenance.experiments[0].seconds = 1e6
    let merged = try RunReport.merged([second, part([0, 2])], declared: Experiment.all)
    #expect(merged.claims == Sample.run.claims)
    #expect(merged.provenance.experiments[0].seconds == 1e6)
  }

  /// An older file has none.
  @Test func picturesAreThereOnceWhicheverFileHasThem() throws {
    var without = part([0], "b")
    without.report.provenance.experiments[0].pictures = []
    for parts in [[part([0]), without], [without, part([0])], [part([0]), part([0])]] {
      let merged = try RunReport.merged(parts, declared: Experiment.all)
      #expect(merged.provenance.experiments[0].pictures == Sample.run.provenance.experiments[0].pictures)
    }
  }

  @Test func aClaimWithOtherBitsIsRefused() throws {
    var second = part([0], "b")
    second.report.claims[0].scores[3].score = second.report.claims[0].scores[3].score.nextUp
    let problem = try #require(throws: ResultsProblem.self) {
      try RunReport.merged([part([0]), second], declared: Experiment.all)
    }
    #expect(problem.file == "b" && problem.description.contains("came out otherwise than in a.jsonl"))
  }

  @Test func aNaNIsTheSameAsItself() throws {
    var first = part([0])
    first.report.claims[0].scores[1].score = .nan
    var second = first
    second.file = "b"
    #expect(try RunReport.merged([first, second], declared: Experiment.all).claims.count == 1)
  }

  @Test func otherTrainingBitsAreRefused() throws {
    var second = part([0], "b")
    second.report.provenance.experiments[0].fingerprints[2].fingerprint = "0"
    let problem = try #require(throws: ResultsProblem.self) {
      try RunReport.merged([part([0]), second], declared: Experiment.all)
    }
    #expect(problem.field == "experiment graphs/on-path" && problem.file == "b")
  }

  @Test(arguments: ["profile", "sourceHash", "toolchain", "changes"]) func anotherOriginIsRefused(field: String) throws
  {
    var second = part([1], "b")
    switch field {
    case "profile": second.report.provenance.profile = "smoke"
    case "sourceHash": second.report.provenance.sourceHash = "00"
    case "changes": second.report.provenance.changes = "--set train.rate=1"
    default: second.report.provenance.toolchain = "swift 7"
    }
    let problem = try #require(throws: ResultsProblem.self) {
      try RunReport.merged([part([0]), second], declared: Experiment.all)
    }
    #expect(problem.file == "b" && problem.field == field && problem.what.contains("a.jsonl says"))
  }

  @Test func theDayMayDifferAndTheLatestCounts() throws {
    var second = part([1], "b")
    second.report.provenance.date = "2025-04-01"
    #expect(try RunReport.merged([second, part([0])], declared: Experiment.all).provenance.date == "2025-04-01")
  }

  @Test func claimsStandAsTheCatalogDeclaresThem() throws {
    let experiment = Experiment.all(.standard)[0]
    let claims = experiment.claims.map { claim in
      var row = Sample.passed
      (row.experiment, row.subject) = (experiment.id, claim.subject)
      return ClaimReport(row: row)
    }
    var report = Sample.run
    report.claims = claims.reversed()
    #expect(try RunReport.merged([("a", report)], declared: Experiment.all).claims == claims)
  }
}
