import Dispatch
import Synchronization

/// Where threads wait for what another one does.
struct Gate: ~Copyable, Sendable {
  /// To be woken takes half of this, and as long as a small step: so at first one stays awake. Not for longer, because
  /// somebody else may need the core, even the one that is waited for.
  private static let awakeNanoseconds = 100_000

  private let sleepers = Atomic(0)
  private let bell = DispatchSemaphore(value: 0)

  /// - Parameter isOpen: reads what others write before they ring, sequentially consistent on both sides.
  func wait(until isOpen: () -> Bool) {
    let start = DispatchTime.now().uptimeNanoseconds
    while !isOpen() {
      guard DispatchTime.now().uptimeNanoseconds - start > Self.awakeNanoseconds else { continue }
      sleepers.add(1, ordering: .sequentiallyConsistent)
      // Whoever opens it from here on sees the sleeper. One that leaves at once is rung for later, and somebody looks
      // once too often.
      if !isOpen() { bell.wait() }
    }
  }

  func ring() {
    for _ in 0..<sleepers.exchange(0, ordering: .sequentiallyConsistent) { bell.signal() }
  }
}
