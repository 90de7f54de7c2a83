import Dispatch
import Synchronization

extension Cores {
  /// What `work` makes of each number below `count`, in order. It is done on the core that the caller has and on every one
  /// that is idle, or becomes so before the last piece is taken.
  package func share<Value: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (Int) -> Value
  ) -> [Value] {
    let sharing = Sharing(cores: self, count: count, work: work)
    sharing.takePieces()
    sharing.helpers.wait()
    return sharing.values.withLock { $0.map { $0! } }
  }
}

/// Pieces of work that threads take one after another. Each has a place of its own for its value, so it does not matter who
/// takes it.
private final class Sharing<Value: Sendable>: Sendable {
  let cores: Cores
  let count: Int
  let work: @Sendable (Int) -> Value
  let next = Atomic(0)
  let values: Mutex<[Value?]>
  let helpers = DispatchGroup()

  init(cores: Cores, count: Int, work: @escaping @Sendable (Int) -> Value) {
    (self.cores, self.count, self.work) = (cores, count, work)
    values = Mutex(Array(repeating: nil, count: count))
  }

  func takePieces() {
    while true {
      let piece = next.add(1, ordering: .relaxed).oldValue
      guard piece < count else { return }
      if piece + 1 < count { callHelper() }
      let value = work(piece)
      values.withLock { $0[piece] = value }
    }
  }

  /// Each that comes calls the next before its own first piece, and all look again after every piece.
  private func callHelper() {
    guard cores.takeSpare(upTo: 1) == 1 else { return }
    DispatchQueue.global().async(group: helpers) { [self] in
      takePieces()
      cores.give()
    }
  }
}
