import Foundation
import Synchronization

/// The temporary files that this process is writing. They are known for one reason: whatever ends the process can take
/// them away first. Only a kill that nobody can answer leaves one, named `.genbench.PID.N.partial`, which nothing reads.
package enum PartialFiles {
  /// The one mutable value of the program that everybody shares, as they share its end.
  private static let standing = Mutex<Set<String>>([])

  /// A new file of its own for this call: the system refuses a name that is taken, by this process or another.
  ///
  /// - Parameter isSecret: nobody else may read it until it gets its mode.
  static func open(
    in folder: String, target: String, isSecret: Bool
  ) throws(FileProblem) -> (path: String, descriptor: Int32) {
    try standing.withLock { (paths) throws(FileProblem) -> (path: String, descriptor: Int32) in
      for attempt in 0... {
        // Short: the target's own name may be as long as the system allows.
        let path = "\(folder)/.genbench.\(getpid()).\(attempt).partial"
        let descriptor = Foundation.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isSecret ? 0o600 : 0o666)
        if descriptor >= 0 {
          paths.insert(path)
          return (path, descriptor)
        }
        if errno != EEXIST && errno != EINTR { throw FileProblem(path: target, attempt: "write", code: errno) }
      }
      preconditionFailure("the names for a temporary file do not end")
    }
  }

  /// Whether it stands there now; otherwise `errno` says why not.
  static func rename(_ partial: String, to file: String) -> Bool {
    guard Foundation.rename(partial, file) == 0 else { return false }
    _ = standing.withLock { $0.remove(partial) }
    return true
  }

  static func remove(_ partial: String) {
    standing.withLock { paths in
      unlink(partial)
      paths.remove(partial)
    }
  }

  /// Ends the process at once, without leaving half a file anywhere: from here on nobody can begin another.
  package static func removeAllAndExit(_ code: Int32) -> Never {
    standing.withLock { paths in
      for path in paths { unlink(path) }
      _exit(code)
    }
  }
}
