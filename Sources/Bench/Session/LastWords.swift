import Foundation
import Storage

/// What a process says before it ends: by itself, or because somebody asked it to.
enum LastWords {
  /// Signals are heard on a thread of their own, for a handler may do next to nothing.
  private static let pipe: (reading: Int32, writing: Int32) = {
    var ends: [Int32] = [0, 0]
    precondition(Foundation.pipe(&ends) == 0, "A process that may open no pipe cannot run tests.")
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }()

  /// Says the words of the session of tests at the end of the process; after a signal with its number. A handler of our
  /// own, rather than signals ignored: programs that tests start would inherit that.
  static func areSaidAtTheEnd() {
    atexit { LastWords.say(after: nil) }
    let reading = pipe.reading
    for number in [SIGTERM, SIGINT, SIGHUP] {
      signal(number) { number in
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(LastWords.pipe.writing, &byte, 1)
      }
    }
    Thread.detachNewThread {
      var byte: UInt8 = 0
      while read(reading, &byte, 1) != 1 {}
      say(after: Int32(byte))
      _exit(128 + Int32(byte))
    }
  }

  /// Who loses them must not take it for success; nothing else can be said any more.
  private static func say(after signal: Int32?) {
    do {
      try Session.shared.close(after: signal)
    } catch {
      try? StandardStream.errors.write(line: "error: \(error)")
      _exit(1)
    }
  }
}
