import Dispatch
import Foundation
import Storage
import Synchronization
import Training

/// What happens on Ctrl-C, a kill and a hang-up: runs that train save and stop, and nothing leaves half a file.
final class Interruptions: Sendable {
  private struct State {
    /// Of a lab that trains, if one does.
    var stop: StopSignal?
    var first: (signal: Int32, at: ContinuousClock.Instant)?
  }

  private let state = Mutex(State())

  /// From now on the first signal raises this, and the program ends when the runs are saved.
  func save(by stop: StopSignal) { state.withLock { $0.stop = stop } }

  /// The code that a program ends with after the first signal: 128 and its number.
  var exitCode: ExitCode? { state.withLock { $0.first }.flatMap { ExitCode(rawValue: 128 + $0.signal) } }

  /// Listens for as long as the caller holds what is returned.
  func listen() -> [any DispatchSourceSignal] {
    // nohup asks for a hang-up to be ignored.
    let isHangUpIgnored = unsafeBitCast(signal(SIGHUP, SIG_IGN), to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    return ([SIGINT, SIGTERM] + (isHangUpIgnored ? [] : [SIGHUP])).map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [self] in heard(number) }
      source.resume()
      return source
    }
  }

  private func heard(_ number: Int32) {
    let now = ContinuousClock.now
    let (first, stop) = state.withLock { state in
      let first = state.first
      state.first = first ?? (number, now)
      return (first, state.stop)
    }
    guard let stop else { PartialFiles.removeAllAndExit(128 + number) }
    if let first {
      // Twice at once is once: shells and `timeout` send their signal to a program and then to its group. So is a hang-up.
      guard number != SIGHUP, now - first.at > .milliseconds(300) else { return }
      PartialFiles.removeAllAndExit(128 + number)
    }
    // It saves also where nobody can be told.
    try? StandardStream.errors.write(line: "\nSaving. Ctrl-C again to stop at once.")
    stop.raise()
  }
}
