import Foundation
import Reports
import Storage
import Synchronization
import Training

/// Says in a log how far a process is, a line at least every quarter of a minute, also where nothing is heard of it: a job
/// that is silent is taken for one that hangs. What is written is seen at once, through pipes too.
final class ProgressLog: LabListener {
  private struct State {
    var progress = TrainingProgress()
    var heardAt = -Double.infinity
    var printedAt = 0.0
  }

  /// In seconds: a check of what is said every 20 s always finds one.
  private static let interval = 15.0

  let announcer = Announcer()
  private let clock = Stopwatch()
  private let state = Mutex(State())

  /// Whether anything was trained.
  var hasBegun: Bool { state.withLock { $0.progress.hasBegun } }

  func heard(_ progress: LabProgress) {
    let now = clock.seconds
    state.withLock { state in
      state.progress.hear(progress, at: now)
      state.heardAt = now
    }
    sayIfDue(now, otherwise: nil)
  }

  func heard(_ warning: String) { announcer.say("warning: \(warning)\n", on: .errors) }

  /// From now on until the process ends.
  ///
  /// - Parameter standing: what is said while nothing trains.
  func tick(otherwise standing: @escaping @Sendable () -> String) {
    Thread.detachNewThread { [self] in
      while true {
        Thread.sleep(forTimeInterval: 1)
        sayIfDue(clock.seconds, otherwise: standing)
      }
    }
  }

  private func sayIfDue(_ now: Double, otherwise standing: (() -> String)?) {
    let line = state.withLock { state -> String? in
      guard now - state.printedAt >= Self.interval else { return nil }
      let isTraining = now - state.heardAt < Self.interval
      guard let text = isTraining ? trainingLine(state.progress, now) : standing?() else { return nil }
      state.printedAt = now
      return text
    }
    if let line { announcer.say(line + "\n", on: .output) }
  }

  private func trainingLine(_ progress: TrainingProgress, _ now: Double) -> String? {
    let others = progress.unfinished - 1
    return progress.line(at: now).map { line in
      line.logLine + (others > 0 ? "; beside it \(NumberText.plural(others, "experiment"))" : "")
    }
  }
}
