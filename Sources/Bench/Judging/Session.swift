import Foundation
import Reports

/// What one process trains and judges: the lab, the claims judged so far, and the table of them. A test run has one.
package actor Session {
  /// The session of this process's tests, set up by its environment.
  package static let shared = Session(environment: ProcessInfo.processInfo.environment)

  private let environment: [String: String]
  private let clock = Stopwatch()
  private var opened: (lab: Lab, profile: Profile)?
  private var judged: [JudgedClaim] = []
  /// How many of them a report has shown already.
  private var reportedCount = 0

  package init(environment: [String: String]) {
    self.environment = environment
  }

  /// Trains what the claim needs, if it is not trained yet, and judges it.
  ///
  /// - Parameter place: the test that asks.
  package func judge(
    _ declaration: @Sendable (Profile) -> Experiment, _ subject: String, at place: SourcePlace? = nil
  ) async throws -> JudgedClaim {
    let (lab, profile) = try open()
    let experiment = declaration(profile)
    let runs = try await lab.runs(of: experiment)
    let exposures = try await lab.exposures(of: experiment, runs)
    let baseline = try Baseline.load(experiment.id, in: Baseline.folder(profile))
    var claim = experiment.judge(experiment.claim(named: subject), by: runs, exposures: exposures, baseline: baseline)
    claim.place = place
    judged.append(claim)
    return claim
  }

  /// Prints every claim judged since the last report. Where the environment asks for files, they hold every claim of
  /// this process, so that those of the last suite hold all.
  package func report() async {
    guard reportedCount < judged.count, let opened else { return }
    let new = Array(judged[reportedCount...])
    reportedCount = judged.count
    let terminal = Terminal(environment)
    ThresholdReport(new, seconds: clock.seconds).print(to: terminal)
    let publication = Publication(environment, storeFolder: opened.lab.settings.storeFolder)
    guard publication.isAsked else { return }
    let reports: (new: RunReport, all: RunReport)
    do {
      let sources = try await opened.lab.sourceRevision()
      reports = (
        RunReport(new, profile: opened.profile, sources: sources, date: CalendarDay.today, seconds: clock.seconds),
        RunReport(judged, profile: opened.profile, sources: sources, date: CalendarDay.today, seconds: clock.seconds)
      )
    } catch {
      return StandardError.write("warning: no report was written: \(error)")
    }
    publication.publish(new: reports.new, all: reports.all, to: terminal)
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
