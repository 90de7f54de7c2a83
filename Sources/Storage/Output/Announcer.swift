import Synchronization

/// Says what may be said at any time, from any thread, and remembers the first words that were lost: whoever waits for
/// the work's end asks then.
package final class Announcer: Sendable {
  private let lost = Mutex<FileProblem?>(nil)

  package init() {}

  /// Returns whether it could be said. After a loss nothing more is tried.
  @discardableResult
  package func say(_ text: String, on stream: StandardStream) -> Bool {
    lost.withLock { lost in
      guard lost == nil else { return false }
      do throws(FileProblem) {
        try stream.write(text)
      } catch {
        lost = error
      }
      return lost == nil
    }
  }

  /// - Throws: the first loss.
  package func requireHeard() throws(FileProblem) {
    if let lost = lost.withLock({ $0 }) { throw lost }
  }
}
