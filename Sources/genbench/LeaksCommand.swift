import Bench
import Judging
import Reports
import Training

/// `genbench report --leaks`: how much of every question training shows.
struct LeaksCommand {
  private let experiments: [Experiment]
  private let settings: LabSettings

  init(_ experiments: [Experiment], _ settings: LabSettings) {
    self.experiments = experiments
    self.settings = settings
  }

  func run(_ terminal: Terminal) async throws -> ExitCode {
    let progress = ProgressPrinter(terminal)
    let lab = Lab(settings, listener: progress)
    return try await progress.hearing { try await run(lab, terminal) }
  }

  private func run(_ lab: Lab, _ terminal: Terminal) async throws -> ExitCode {
    for experiment in experiments {
      try terminal.write("\(experiment.id)  (\(experiment.profile.rawValue))\n")
      for (learned, table) in try await lab.leaks(of: experiment).tables {
        try terminal.write("\nshown by \(learned), and in parentheses what chance repeats:\n\n\(table.markdown)\n")
      }
      try terminal.write("\n")
    }
    return .success
  }
}
