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
    let lab = Lab(settings, listener: ProgressPrinter(terminal))
    for experiment in experiments {
      terminal.write("\(experiment.id)  (\(experiment.profile.rawValue))\n")
      for (learned, table) in try await lab.leaks(of: experiment).tables {
        terminal.write("\nshown by \(learned), and in parentheses what chance repeats:\n\n\(table.markdown)\n")
      }
      terminal.write("\n")
    }
    return .success
  }
}
