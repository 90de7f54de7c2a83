import Bench
import Data
import Reports

/// `genbench report`
struct ReportCommand {
  private enum Source {
    case keptRuns([Experiment], Profile, LabSettings)
    case files([String])
  }

  private let source: Source
  private let folder: String
  /// The one that was asked for, if any.
  private let profile: Profile?
  private let environment: [String: String]

  init(_ arguments: Arguments, _ environment: [String: String]) throws {
    self.environment = environment
    let settings = try LabSettings(environment: environment)
    profile = try arguments["profile"].map(Profile.named)
    folder = arguments["out"] ?? Publication.folder(beside: settings.storeFolder)
    guard !folder.isEmpty else { throw UsageProblem("--out is \"\": give a folder, such as report.") }
    if arguments.has("merge") {
      guard !arguments.values.isEmpty else {
        throw UsageProblem("Which files to merge? Such as: --merge one/results.jsonl two/results.jsonl.")
      }
      source = .files(arguments.values)
    } else {
      let profile = try profile ?? Profile.fromEnvironment(environment)
      let named = try arguments.values.map { try Experiment.named($0, profile) }
      source = .keptRuns(named.isEmpty ? Experiment.suite(profile) : named, profile, settings)
    }
  }

  func run() async throws -> ExitCode {
    let terminal = Terminal(environment)
    let report = try await report(terminal)
    let paths = try ReportFolder(folder).write(report)
    terminal.write(report.table.text(width: terminal.width, style: terminal.style))
    terminal.write("\nwrote " + paths.joined(separator: "\n      ") + "\n")
    Publication.extendSummary(with: report, environment)
    return report.claims.contains(where: \.row.mark.isFailing) ? .claimFailed : .success
  }

  private func report(_ terminal: Terminal) async throws -> RunReport {
    switch source {
    case .keptRuns(let experiments, let profile, let settings):
      let lab = Lab(settings, listener: ProgressPrinter(terminal))
      return try await RunReport.ofKeptRuns(experiments, profile, in: lab)
    case .files(let files):
      let merged = try RunReport.merged(files.map { (file: $0, report: try RunReport.read($0)) })
      guard profile == nil || profile?.rawValue == merged.provenance.profile else {
        throw UsageProblem("The files are of the profile \(merged.provenance.profile), not \(profile!.rawValue).")
      }
      return merged
    }
  }
}
