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

  /// Every core that nobody uses or waits for; to be given back soon.
  package func takeSpare() -> Int {
    var count = 0
    while count < total, free.wait(timeout: .now()) == .success { count += 1 }
    return count
  }

  package func give(_ count: Int = 1) {
    for _ in 0..<count { free.signal() }
  }
}
