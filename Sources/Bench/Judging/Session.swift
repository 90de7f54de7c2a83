import Foundation

/// What one process trains and judges: the lab, the claims judged so far, and the table of them. A test run has one.
package actor Session {
  /// The session of this process's tests, set up by its environment.
  package static let shared = Session(environment: ProcessInfo.processInfo.environment)

  private let environment: [String: String]
  private let clock = Stopwatch()
  private var opened: (lab: Lab, profile: Profile, mode: RecordMode)?
  private var judged: [JudgedClaim] = []

  package init(environment: [String: String]) {
    self.environment = environment
  }

  /// Trains what the claim needs, if it is not trained yet, and judges it. Records its baseline first where
  /// `GENBENCH_RECORD` asks for that; a claim of the catalog that then has none fails.
  package func judge(_ declaration: @Sendable (Profile) -> Experiment, _ subject: String) async throws -> JudgedClaim {
    let (lab, profile, mode) = try open()
    let experiment = declaration(profile)
    let trained = try await lab.trained(experiment)
    let fixture = Fixture.baseline(experiment: experiment.id, profile)
    if Fixture.known.contains(fixture) { _ = try await FixtureKeeper(lab).record(fixture, mode, reason: nil) }
    let claim = trained.judge(
      experiment.claim(named: subject), baseline: try Baseline.load(experiment.id, in: Baseline.folder(profile)),
      isBaselineDue: Fixture.all.contains(fixture))
    judged.append(claim)
    return claim
  }

  /// Reports every claim judged since the last report.
  package func printTable() {
    guard !judged.isEmpty else { return }
    ThresholdReport(judged, seconds: clock.seconds).print(to: Terminal(environment))
    judged = []
  }

  private func open() throws -> (lab: Lab, profile: Profile, mode: RecordMode) {
    if let opened { return opened }
    let lab = Lab(try LabSettings(environment: environment))
    let new = (lab, try Profile.fromEnvironment(environment), try RecordMode(environment: environment))
    opened = new
    return new
  }
}

extension Baseline {
  /// A profile's baselines: `fixtures/baselines/standard`.
  package static func folder(_ profile: Profile) -> String {
    "\(PackageFolder.fixtures)/baselines/\(profile.rawValue)"
  }
}
