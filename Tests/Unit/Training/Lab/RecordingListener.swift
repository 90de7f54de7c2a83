import Synchronization

@testable import Training

/// Remembers everything, and asks for a stop where it was told to.
final class RecordingListener: LabListener {
  private struct State {
    var progress: [LabProgress] = []
    var warnings: [String] = []
    var stop: (signal: StopSignal, step: Int)?
  }

  private let state = Mutex(State())

  var progress: [LabProgress] { state.withLock { $0.progress } }
  var warnings: [String] { state.withLock { $0.warnings } }

  /// At the first news of this step or a later one.
  func raise(_ signal: StopSignal, atStep step: Int) { state.withLock { $0.stop = (signal, step) } }

  func heard(_ progress: LabProgress) {
    state.withLock { state in
      state.progress.append(progress)
      if let stop = state.stop, progress.step >= stop.step { stop.signal.raise() }
    }
  }

  func heard(_ warning: String) { state.withLock { $0.warnings.append(warning) } }
}
