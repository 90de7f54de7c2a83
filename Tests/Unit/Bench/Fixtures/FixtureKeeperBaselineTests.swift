import Data
import Foundation
import Learning
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// Baselines that get better and worse. The runs are made up and put where the lab keeps its own: nothing is trained.
@Suite struct FixtureKeeperBaselineTests {
  let scratch: ScratchFolder
  let folder: String
  let fixture: Fixture
  let experiment: Experiment

  init() throws {
    scratch = try ScratchFolder()
    folder = scratch("fixtures")
    experiment = Experiment.all(.smoke)[0]
    fixture = .baseline(experiment: experiment.id, .smoke)
  }

  var path: String { "\(folder)/\(fixture.name).json" }

  /// A keeper whose lab finds runs that answer everything with the same number.
  func keeper(answering answer: Float, date: String = "2025-01-02") throws -> FixtureKeeper {
    let store = scratch("store \(answer)")
    // What was seen is made up too: measuring it takes longer than all else here.
    let unseen = experiment.asked.map { question in
      experiment.stages.map { _ in [UInt8](repeating: 0, count: question.count) }
    }
    for replicate in 0..<experiment.replicates {
      let stages = experiment.stages.map { stage in
        Run.StageOutcome(
          name: stage.name, parameters: [answer], losses: [],
          predictions: experiment.asked.map { Array(repeating: answer, count: $0.count) }, seconds: 1)
      }
      let checkpoint = RunCheckpoint(run: Run(replicate: replicate, stages: stages), training: nil, seconds: 0)
      let identity = RunIdentity(experiment.plan, replicate: replicate, sources: .compiled)
      try RunStore(folder: store + "/runs").keep(checkpoint.bytes, identity.hexadecimal)
      try RunStore(folder: store + "/exposures").keep(Exposure(seen: unseen).bytes, identity.hexadecimal)
    }
    let lab = Lab(LabSettings(threads: 2, storeFolder: store), listener: RecordingListener())
    return FixtureKeeper(lab, folder: folder, date: date)
  }

  var kept: Baseline {
    get throws { try Baseline.require(experiment.id, in: "\(folder)/baselines/smoke") }
  }

  @Test func aBaselineIsRecordedAndKeptWhereNothingChanged() async throws {
    let keeper = try keeper(answering: 2)
    #expect(try await keeper.problems([fixture]).map(\.what) == ["is missing"])
    #expect(try await keeper.regenerate(fixture, reason: nil))
    #expect(try kept.reason == "First recording." && kept.date == "2025-01-02")
    #expect(try kept.claims.map(\.subject) == experiment.claims.map(\.subject).sorted())
    #expect(try kept.runs.map(\.seed) == Array(0..<experiment.replicates))
    #expect(try await keeper.problems([fixture]).isEmpty)
    // Another day alone is no reason to write.
    #expect(try await !self.keeper(answering: 2, date: "2026-01-01").regenerate(fixture, reason: nil))
    #expect(try kept.date == "2025-01-02")
  }

  @Test func oneThatGetsWorseNeedsAReason() async throws {
    #expect(try await keeper(answering: 2).regenerate(fixture, reason: nil))
    let before = try AtomicFile.read(path)
    let worse = try keeper(answering: 9)
    let problem = await #expect(throws: FixtureProblem.self) { try await worse.regenerate(fixture, reason: nil) }
    #expect(problem?.file == path && problem?.what.hasPrefix("gets worse, from ") == true)
    // The first claim by name; controls have no better or worse.
    let worst = experiment.claims.filter { !$0.isControl }.map(\.subject).min()!
    #expect(problem?.field == "claims[\"\(worst)\"]")
    #expect(problem?.mend.hasPrefix(fixture.mend + " --reason ") == true)
    #expect(try AtomicFile.read(path) == before)

    #expect(try await worse.regenerate(fixture, reason: "The old one peeked at the answers."))
    #expect(try kept.reason == "The old one peeked at the answers.")
    let accepted = try kept
    // Back to the better one: that needs none.
    #expect(try await keeper(answering: 2).regenerate(fixture, reason: nil))
    for claim in experiment.claims where !claim.isControl {
      let (now, before) = (try kept.scores(of: claim.subject)!, accepted.scores(of: claim.subject)!)
      #expect(claim.metric.isBetter(now.interval.estimate, than: before.interval.estimate))
    }
  }

  @Test func oneThatIsCutIsReportedAndReplacedForAReasonOnly() async throws {
    let keeper = try keeper(answering: 2)
    #expect(try await keeper.regenerate(fixture, reason: nil))
    let whole = try #require(try AtomicFile.read(path))
    let cut = Array(whole[..<(whole.count / 2)])
    try AtomicFile.write(cut, to: path)
    let problems = try await keeper.problems([fixture])
    #expect(problems.count == 1 && problems[0].file == path && problems[0].field.hasPrefix("line "))

    let problem = await #expect(throws: FixtureProblem.self) { try await keeper.regenerate(fixture, reason: nil) }
    #expect(problem?.mend.hasPrefix("git checkout '\(path)', or \(fixture.mend) --reason") == true)
    #expect(try AtomicFile.read(path) == cut)
    #expect(try await keeper.regenerate(fixture, reason: "The file was cut."))
    #expect(try kept.reason == "The file was cut.")
  }

  @Test func oneAboutOtherClaimsIsReported() async throws {
    let keeper = try keeper(answering: 2)
    #expect(try await keeper.regenerate(fixture, reason: nil))
    let baseline = try kept
    let fewer = Baseline(
      id: baseline.id, claims: Array(baseline.claims.dropLast()), runs: baseline.runs, datasets: baseline.datasets,
      sourceHash: baseline.sourceHash, toolchain: baseline.toolchain, date: baseline.date, reason: baseline.reason)
    try fewer.save(in: "\(folder)/baselines/smoke")
    let problems = try await keeper.problems([fixture])
    #expect(problems.map(\.what) == ["is not what comes out now"])
    let gone = try #require(baseline.claims.last).subject
    #expect(problems[0].changes.map(\.description) == ["claims[\"\(gone)\"]: (nothing) -> \"declared\""])
  }

  @Test func whatComesOutNowIsSetBesideTheScoresFieldByField() async throws {
    #expect(try await keeper(answering: 2).regenerate(fixture, reason: nil))
    #expect(try await keeper(answering: 2).problems([fixture], trains: true).isEmpty)
    let better = try keeper(answering: 3)
    // Without training only what is declared is looked at.
    #expect(try await better.problems([fixture]).isEmpty)
    let problem = try #require(try await better.problems([fixture], trains: true).first)
    let subject = experiment.claims[0].subject
    #expect(problem.what == "is not what comes out now")
    #expect(problem.description.contains("\n    claims[\"\(subject)\"].scores[0].score: "), "\(problem)")
    #expect(problem.changes.contains { $0.field == "runs[0].fingerprint" })
    #expect(!problem.changes.contains { $0.field.hasPrefix("about") })
    // A check writes nothing, and says of a worse one what it says of a better.
    #expect(try await keeper(answering: 9).problems([fixture], trains: true).count == 1)
    #expect(try await keeper(answering: 2).problems([fixture], trains: true).isEmpty)
  }

  @Test func noModeLoosensABaseline() async throws {
    #expect(try await keeper(answering: 2).record(fixture, .missing, reason: nil))
    let before = try AtomicFile.read(path)
    let worse = try keeper(answering: 9)
    for mode in [RecordMode.never, .missing] {
      #expect(try await !worse.record(fixture, mode, reason: nil))
    }
    for mode in [RecordMode.failed, .all] {
      await #expect(throws: FixtureProblem.self) { try await worse.record(fixture, mode, reason: nil) }
    }
    #expect(try AtomicFile.read(path) == before)
  }

  @Test func aClaimOrAReplicateThatIsGoneIsALoosening() async throws {
    #expect(try await keeper(answering: 2).regenerate(fixture, reason: nil))
    let baseline = try kept
    func other(_ claims: [Baseline.ClaimScores], _ runs: [Baseline.RunFingerprint]) -> Baseline {
      Baseline(
        id: baseline.id, claims: claims, runs: runs, datasets: baseline.datasets, sourceHash: baseline.sourceHash,
        toolchain: baseline.toolchain, date: baseline.date, reason: baseline.reason)
    }
    #expect(experiment.loosening(from: baseline, to: baseline) == nil)
    let fewer = experiment.loosening(from: baseline, to: other(Array(baseline.claims.dropLast()), baseline.runs))
    #expect(fewer?.what == "is gone" && fewer?.field == "claims[\"\(baseline.claims.last!.subject)\"]")
    let shorter = experiment.loosening(from: baseline, to: other(baseline.claims, Array(baseline.runs.dropLast())))
    #expect(shorter?.field == "runs" && shorter?.what == "has 4 replicates in place of 5")
  }

  @Test func fewerReplicatesThanDeclaredAreNotAccepted() async throws {
    let store = scratch("diverging")
    let count = experiment.model.layout.count
    let state = TrainingState(parameters: Array(repeating: .infinity, count: count))
    for replicate in 0..<experiment.replicates {
      let lost = RunCheckpoint(run: Run(replicate: replicate, stages: []), training: state, seconds: 0)
      let identity = RunIdentity(experiment.plan, replicate: replicate, sources: .compiled)
      try RunStore(folder: store + "/checkpoints").keep(lost.bytes, identity.hexadecimal)
    }
    let listener = RecordingListener()
    let lab = Lab(LabSettings(threads: 2, storeFolder: store), listener: listener)
    let keeper = FixtureKeeper(lab, folder: folder, date: "2025-01-02")
    let problem = await #expect(throws: FixtureProblem.self) { try await keeper.regenerate(fixture, reason: "any") }
    #expect(problem?.field == "runs")
    #expect(problem?.what == "only 0 of the \(experiment.replicates) declared replicates finished")
    #expect(listener.warnings.count == experiment.replicates)
    #expect(try AtomicFile.files(under: folder).isEmpty)
  }
}
