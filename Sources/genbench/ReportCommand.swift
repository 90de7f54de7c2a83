import Bench
import Data
import Judging
import Reports
import Results
import Storage
import Training

/// `genbench report`
struct ReportCommand {
  private enum Work {
    case keptRuns([Experiment], Profile, LabSettings, folder: String)
    case weights(Experiment, LabSettings, folder: String)
    case files([String], Profile?, folder: String)
    case documents(DocumentsCommand)
    case leaks(LeaksCommand)
  }

  private let work: Work
  private let environment: [String: String]

  init(_ arguments: Arguments, _ environment: [String: String]) throws {
    self.environment = environment
    let settings = try LabSettings(environment: environment)
    let asked = try arguments["profile"].map(Profile.named)
    let folder = arguments["out"]
    guard folder?.isEmpty != true else { throw UsageProblem("--out is \"\": give a folder, such as report.") }
    guard folder != "-" else { throw UsageProblem("--out is -: a report is several files; give a folder for them.") }
    guard !arguments.has("results") else {
      for name in ["merge", "profile", Option.replicates.name, Option.set.name, Option.weights.name]
      where arguments.isGiven(name) {
        throw UsageProblem("--results and --\(name) cannot be given together: a document says what it is made of.")
      }
      work = .documents(try DocumentsCommand(arguments.distinctValues, settings, folder: folder))
      return
    }
    if arguments.has("leaks") {
      for name in ["merge", "out", Option.weights.name] where arguments.isGiven(name) {
        throw UsageProblem("--leaks and --\(name) cannot be given together: --leaks only prints.")
      }
      let profile = try asked ?? Profile.fromEnvironment(environment)
      work = .leaks(LeaksCommand(try arguments.experiments(profile), settings))
      return
    }
    let reports = folder ?? Publication.folder(nextTo: settings.storeFolder)
    if arguments.has("merge") {
      for name in [Option.replicates.name, Option.set.name, Option.weights.name] where arguments.isGiven(name) {
        throw UsageProblem("--merge and --\(name) cannot be given together: the files say what was run.")
      }
      guard !arguments.values.isEmpty else {
        throw UsageProblem("Which files to merge? Such as: --merge one/results.jsonl two/results.jsonl.")
      }
      work = .files(arguments.distinctValues, asked, folder: reports)
    } else {
      let profile = try asked ?? Profile.fromEnvironment(environment)
      if let foreign = try arguments.experimentWithWeights(profile) {
        work = .weights(foreign, settings, folder: reports)
        return
      }
      work = .keptRuns(try arguments.experiments(profile), profile, settings, folder: reports)
    }
  }

  func run() async throws -> ExitCode {
    let terminal = Terminal(environment)
    switch work {
    case .documents(let command):
      return try command.run(terminal)
    case .leaks(let command):
      return try await command.run(terminal)
    case .keptRuns(let experiments, let profile, let settings, let folder):
      let progress = ProgressPrinter(terminal)
      let lab = Lab(settings, listener: progress)
      let report = try await progress.hearing { try await RunReport.ofKeptRuns(experiments, profile, in: lab) }
      return try write(report, to: folder, terminal)
    case .weights(let experiment, let settings, let folder):
      let judged = try await experiment.answered(settings).judgeAll(baseline: nil)
      let report = RunReport(judged, profile: experiment.profile, sources: .compiled, date: CalendarDay.today)
      return try write(report, to: folder, terminal)
    case .files(let files, let profile, let folder):
      let merged = try RunReport.merged(
        files.map { (file: $0, report: try RunReport.read($0)) }, declared: Experiment.all)
      guard profile == nil || profile?.rawValue == merged.provenance.profile else {
        throw UsageProblem("The files are of the profile \(merged.provenance.profile), not \(profile!.rawValue).")
      }
      return try write(merged, to: folder, terminal)
    }
  }

  private func write(_ report: RunReport, to folder: String, _ terminal: Terminal) throws -> ExitCode {
    let paths = try ReportFolder(folder).write(report)
    try terminal.write(report.table.text(width: terminal.width, style: terminal.style))
    try terminal.write("\nwrote " + paths.map(\.printable).joined(separator: "\n      ") + "\n")
    try Publication.extendSummary(with: report, environment)
    return report.claims.contains(where: \.row.mark.isFailing) ? .claimFailed : .success
  }
}
