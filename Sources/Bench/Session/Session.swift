import Foundation
import Judging
import Reports
import Results
import Storage
import Training

/// What one process trains and judges: the lab, the claims judged so far, and the table of them. A test run has one.
package actor Session {
  /// The session of this process's tests, set up by its environment.
  package static let shared = Session(environment: ProcessInfo.processInfo.environment)

  private let environment: [String: String]
  private let clock = Stopwatch()
  private let listener = QuietListener()
  private var opened: (lab: Lab, profile: Profile, mode: RecordMode)?
  private var judged: [JudgedClaim] = []
  /// A line for each claim that belongs to another shard.
  private var skipped: [String] = []
  /// How many of them a report has shown already.
  private var reportedCount = 0

  package init(environment: [String: String]) {
    self.environment = environment
  }

  /// Trains what the claim needs, if it is not trained yet, and judges it. Records its baseline first where
  /// `GENBENCH_RECORD` asks for that; a claim of the catalog that then has none fails.
  ///
  /// - Parameter place: the test that asks.
  package func judge(
    _ declaration: @Sendable (Profile) -> Experiment, _ subject: String, at place: SourcePlace? = nil
  ) async throws -> JudgedClaim {
    let (lab, profile, mode) = try open()
    let experiment = declaration(profile)
    let trained = try await lab.trained(experiment)
    let fixture = Fixture.baseline(experiment: experiment.id, profile)
    if Fixture.known.contains(fixture) { _ = try await FixtureKeeper(lab).record(fixture, mode, reason: nil) }
    var claim = trained.judge(
      experiment.claim(named: subject), baseline: try Baseline.load(experiment.id, in: Baseline.folder(profile)),
      isBaselineDue: Fixture.all.contains(fixture))
    claim.place = place
    judged.append(claim)
    return claim
  }

  /// Why a claim is not judged here, and is reported as skipped: `GENBENCH_SHARD` leaves it to another machine, or the profile
  /// is too small for it. Nil where it is ours.
  package func reasonToSkip(
    _ declaration: @Sendable (Profile) -> Experiment, _ subject: String
  ) throws -> String? {
    let experiment = declaration(try Profile.fromEnvironment(environment))
    guard experiment.claims.contains(where: { $0.subject == subject }) else {
      skipped.append("skipped: \(experiment.id) is too short at \(experiment.profile.rawValue) (\(subject))")
      return skipped.last
    }
    guard let shard = try Shard.fromEnvironment(environment) else { return nil }
    guard let reason = shard.reasonToSkip(experiment.id) else { return nil }
    skipped.append("\(reason) (\(subject))")
    return reason
  }

  /// Prints every claim judged since the last report, after those that were left to other shards. Where the environment
  /// asks for files, they hold every claim of this process, so that those of the last suite hold all.
  ///
  /// - Throws: `FileProblem` for anything that could not be printed or written, warnings of the lab included: tests whose
  ///   output is lost are not green.
  package func report() async throws {
    try listener.announcer.requireHeard()
    let terminal = Terminal(environment)
    for line in skipped.sorted() { try terminal.write(line + "\n") }
    let hasNothing = judged.isEmpty && !skipped.isEmpty
    if reportedCount == judged.count, !skipped.isEmpty {
      try terminal.write("this shard has none of these \(skipped.count) claims: nothing was judged\n")
    }
    skipped = []
    guard reportedCount < judged.count || hasNothing else { return }
    let new = Array(judged[reportedCount...])
    reportedCount = judged.count
    if !new.isEmpty { try ThresholdReport(new, seconds: clock.seconds).write(to: terminal) }
    try publish(new, to: terminal)
  }

  /// A shard that has nothing leaves files that say so: whoever merges can tell it from one that was lost.
  private func publish(_ new: [JudgedClaim], to terminal: Terminal) throws {
    let (lab, profile, _) = try open()
    let publication = Publication(environment, storeFolder: lab.settings.storeFolder)
    guard publication.isAsked else { return }
    func report(_ claims: [JudgedClaim]) -> RunReport {
      RunReport(claims, profile: profile, sources: .compiled, date: CalendarDay.today, seconds: clock.seconds)
    }
    try publication.publish(new: report(new), all: report(judged), to: terminal)
  }

  private func open() throws -> (lab: Lab, profile: Profile, mode: RecordMode) {
    if let opened { return opened }
    let lab = Lab(try LabSettings(environment: environment), listener: listener)
    let new = (lab, try Profile.fromEnvironment(environment), try RecordMode(environment: environment))
    opened = new
    return new
  }
}
