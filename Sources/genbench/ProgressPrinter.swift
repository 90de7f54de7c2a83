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
  /// Where progress is told: not among what another program reads.
  private let stream: StandardStream
  private let announcer = Announcer()
  /// Raised where a word is lost: nobody may be there to wait for hours.
  private let stop: StopSignal
  /// How many replicates there will be, where it is not all of them.
  private let replicates: Int?
  private let start = DispatchTime.now().uptimeNanoseconds
  private let state = Mutex(State())

  init(
    _ terminal: Terminal, replicates: Int? = nil, stop: StopSignal = StopSignal(), on stream: StandardStream = .output
  ) {
    self.terminal = terminal
    self.stream = stream
    self.stop = stop
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
