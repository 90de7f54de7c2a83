import Data
import Results
import Storage
import Training

/// How a command went, for whoever called it.
enum ExitCode: Int32 {
  case success = 0
  case claimFailed = 1
  case usage = 2
  case world = 3
  /// Stopped and, where it trained, saved: 128 and the number of SIGHUP, SIGINT (Ctrl-C) or SIGTERM.
  case hungUp = 129
  case stopped = 130
  case terminated = 143

  var isStopped: Bool { [.hungUp, .stopped, .terminated].contains(self) }

  /// Words that mean nothing are the caller's; everything else is the world's fault.
  init(_ error: any Error) {
    self =
      switch error {
      case is UnknownName, is UsageProblem, is SettingProblem: .usage
      case let problem as FileProblem: problem.isOfItsName ? .usage : .world
      case is FixtureProblem, is SafetensorsProblem, is WeightsProblem: .usage
      case is Stopped: .stopped
      default: .world
      }
  }
}
