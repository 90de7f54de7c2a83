import Foundation

/// What one process trains and judges: the lab, the claims judged so far, and the table of them. A test run has one.
package actor Session {
  /// The session of this process's tests, set up by its environment.
  package static let shared = Session(environment: ProcessInfo.processInfo.environment)

  private let environment: [String: String]
  private let clock = Stopwatch()
  private var opened: (lab: Lab, profile: Profile)?
  private var judged: [JudgedClaim] = []
  /// A line for each claim that belongs to another shard.
  private var skipped: [String] = []

  package init(environment: [String: String]) {
    self.environment = environment
  }

  /// Trains what the claim needs, if it is not trained yet, and judges it.
  package func judge(_ declaration: @Sendable (Profile) -> Experiment, _ subject: String) async throws -> JudgedClaim {
    let (lab, profile) = try open()
    let experiment = declaration(profile)
    let runs = try await lab.runs(of: experiment)
    let exposures = try await lab.exposures(of: experiment, runs)
    let baseline = try Baseline.load(experiment.id, in: Baseline.folder(profile))
    let claim = experiment.judge(experiment.claim(named: subject), by: runs, exposures: exposures, baseline: baseline)
    judged.append(claim)
    return claim
  }

  /// Why `GENBENCH_SHARD` leaves a claim to another machine, which is then reported as skipped; nil where it is ours.
  package func reasonToSkip(
    _ declaration: @Sendable (Profile) -> Experiment, _ subject: String
  ) throws -> String? {
    guard let shard = try Shard.fromEnvironment(environment) else { return nil }
    let experiment = declaration(try Profile.fromEnvironment(environment))
    guard let reason = shard.reasonToSkip(experiment.id) else { return nil }
    skipped.append("\(reason) (\(subject))")
    return reason
  }

  /// Reports every claim judged since the last report, after those that were left to other shards.
  package func printTable() {
    let terminal = Terminal(environment)
    for line in skipped.sorted() { terminal.write(line + "\n") }
    if judged.isEmpty, !skipped.isEmpty {
      terminal.write("this shard has none of the \(skipped.count) claims asked for: nothing was judged\n")
    }
    skipped = []
    guard !judged.isEmpty else { return }
    ThresholdReport(judged, seconds: clock.seconds).print(to: Terminal(environment))
    judged = []
  }

  private func open() throws -> (lab: Lab, profile: Profile) {
    if let opened { return opened }
    let profile = try Profile.fromEnvironment(environment)
    let lab = Lab(try LabSettings(environment: environment))
    opened = (lab, profile)
    return (lab, profile)
  }
}

extension Baseline {
  /// A profile's baselines: `fixtures/baselines/standard`.
  package static func folder(_ profile: Profile) -> String {
    "\(PackageFolder.fixtures)/baselines/\(profile.rawValue)"
  }
}
