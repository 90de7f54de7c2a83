import Bench
import Dispatch
import Foundation
import Reports
import Synchronization

/// Tells how far all replicates together are: over and over on one line of a terminal, every 30 seconds elsewhere.
final class ProgressPrinter: LabListener {
  private struct State {
    var latest: [String: LabProgress] = [:]
    var first: (seconds: Double, steps: Int)?
    var printedAt = -Double.infinity
  }

  private let terminal: Terminal
  private let start = DispatchTime.now().uptimeNanoseconds
  private let state = Mutex(State())

  init(_ terminal: Terminal) { self.terminal = terminal }

  private var seconds: Double { Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9 }

  func heard(_ progress: LabProgress) {
    let now = seconds
    let line = state.withLock { state -> ProgressLine? in
      state.latest["\(progress.experiment) \(progress.replicate)"] = progress
      let done = state.latest.values.reduce(0) { $0 + $1.step }
      let first = state.first ?? (now, done)
      state.first = first
      guard now - state.printedAt >= (terminal.isInteractive ? 0.5 : 30) else { return nil }
      state.printedAt = now
      return summary(state, done, first, now)
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

  private func summary(_ state: State, _ done: Int, _ first: (seconds: Double, steps: Int), _ now: Double)
    -> ProgressLine
  {
    let any = state.latest.values.first!
    let total = any.replicates * any.steps
    let speed = Double(done - first.steps) / max(now - first.seconds, 1e-9)
    let losses = state.latest.values.map { Double($0.loss) }
    return ProgressLine(
      name: any.experiment, step: done, total: max(total, 1), loss: losses.reduce(0, +) / Double(losses.count),
      examplesPerSecond: nil, secondsLeft: speed > 0 ? Double(total - done) / speed : nil)
  }
}
