import Dispatch

/// The cores of this machine, handed out to threads. Who runs on how many decides how long a run takes, and nothing else.
package struct Cores: Sendable {
  package let total: Int
  private let free: DispatchSemaphore

  package init(_ total: Int) {
    precondition(total > 0, "A machine has at least one core, not \(total).")
    self.total = total
    free = DispatchSemaphore(value: total)
  }

  /// Waits for a core.
  package func take() { free.wait() }

  /// Cores that nobody uses or waits for, so many at most; to be given back soon. Whoever takes more than it can use keeps
  /// others waiting.
  package func takeSpare(upTo most: Int) -> Int {
    var count = 0
    while count < most, free.wait(timeout: .now()) == .success { count += 1 }
    return count
  }

  package func give(_ count: Int = 1) {
    for _ in 0..<count { free.signal() }
  }
}
