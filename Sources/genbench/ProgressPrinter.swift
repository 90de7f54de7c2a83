import Bench
import Dispatch
import Foundation
import Reports
import Storage
import Synchronization
import Training

/// Tells how far all replicates together are: over and over on one line of a terminal, every 30 seconds elsewhere.
final class ProgressPrinter: LabListener {
  private struct State {
    var experiment = ""
    /// The latest of each replicate of the experiment.
    var latest: [Int: LabProgress] = [:]
    var first: (seconds: Double, steps: Int)?
    var printedAt = -Double.infinity
  }

  private let terminal: Terminal
  /// How many replicates there will be, where it is not all of them.
  private let replicates: Int?
  private let start = DispatchTime.now().uptimeNanoseconds
  private let state = Mutex(State())

  init(_ terminal: Terminal, replicates: Int? = nil) {
    self.terminal = terminal
    self.replicates = replicates
  }

  private var seconds: Double { Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9 }

  func heard(_ progress: LabProgress) {
    let now = seconds
    let line = state.withLock { state -> ProgressLine? in
      if state.experiment != progress.experiment { state = State(experiment: progress.experiment) }
      state.latest[progress.replicate] = progress
      let done = state.latest.values.reduce(0) { $0 + $1.step }
      let first = state.first ?? (now, done)
      state.first = first
      guard now - state.printedAt >= (terminal.isInteractive ? 0.5 : 30) else { return nil }
      state.printedAt = now
      return summary(state.latest, done, first, now, progress)
    }
    guard let line else { return }
    if terminal.isInteractive {
      terminal.write("\r\u{1B}[K" + line.text(width: terminal.width - 1, style: terminal.style))
      if line.step >= line.total { terminal.write("\n") }
    } else {
      terminal.write(line.logLine + "\n")
    }
  }

  func heard(_ warning: String) { StandardError.write("warning: \(warning)") }

  private func summary(
    _ latest: [Int: LabProgress], _ done: Int, _ first: (seconds: Double, steps: Int), _ now: Double,
    _ progress: LabProgress
  ) -> ProgressLine {
    let total = (replicates ?? progress.replicates) * progress.steps
    let speed = Double(done - first.steps) / max(now - first.seconds, 1e-9)
    return ProgressLine(
      name: progress.experiment, step: done, total: max(total, 1), loss: Double(progress.loss),
      examplesPerSecond: nil, secondsLeft: speed > 0 ? Double(max(0, total - done)) / speed : nil)
  }
}
