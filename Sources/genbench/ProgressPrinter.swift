import Bench
import Dispatch
import Foundation
import Reports
import Storage
import Synchronization
import Training

/// Tells how far all replicates together are: over and over on one line of a terminal, every 20 seconds elsewhere.
final class ProgressPrinter: LabListener {
  private struct State {
    var progress: TrainingProgress
    var printedAt = -Double.infinity
  }

  private let terminal: Terminal
  /// Where progress is told: not among what another program reads.
  private let stream: StandardStream
  private let announcer = Announcer()
  /// Raised where a word is lost: nobody may be there to wait for hours.
  private let stop: StopSignal
  private let start = DispatchTime.now().uptimeNanoseconds
  private let state: Mutex<State>

  /// - Parameter replicates: how many there will be, where it is not all of them.
  init(
    _ terminal: Terminal, replicates: Int? = nil, stop: StopSignal = StopSignal(), on stream: StandardStream = .output
  ) {
    self.terminal = terminal
    self.stream = stream
    self.stop = stop
    state = Mutex(State(progress: TrainingProgress(replicates: replicates)))
  }

  /// Whether anything was trained.
  var hasBegun: Bool { state.withLock { $0.progress.hasBegun } }

  private var seconds: Double { Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9 }

  func heard(_ progress: LabProgress) {
    let now = seconds
    let line = state.withLock { state -> ProgressLine? in
      state.progress.hear(progress, at: now)
      guard now - state.printedAt >= (terminal.isInteractive ? 0.5 : 20) else { return nil }
      state.printedAt = now
      return state.progress.line(at: now)
    }
    guard let line else { return }
    if terminal.isInteractive {
      let end = line.step >= line.total ? "\n" : ""
      say("\r\u{1B}[K" + line.text(width: terminal.width - 1, style: terminal.style) + end, on: stream)
    } else {
      say(line.logLine + "\n", on: stream)
    }
  }

  func heard(_ warning: String) { say("warning: \(warning)\n", on: .errors) }

  /// Once the runs are stopping, by a hang-up for instance, what becomes of progress is no matter.
  private func say(_ text: String, on stream: StandardStream) {
    guard !stop.isRaised else { return }
    if !announcer.say(text, on: stream) { stop.raise() }
  }

  /// What the work gives, unless something that was said meanwhile was lost: that is then the problem.
  func hearing<Result>(_ work: () async throws -> Result) async throws -> Result {
    do {
      let result = try await work()
      try announcer.requireHeard()
      return result
    } catch {
      try announcer.requireHeard()
      throw error
    }
  }
}
