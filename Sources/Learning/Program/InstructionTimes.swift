import Dispatch

/// How long a worker spent on each kind of instruction: where the time goes. Nothing that is computed depends on it.
package struct InstructionTimes: Sendable {
  /// By kind: how often, and nanoseconds in all.
  package private(set) var entries: [String: (count: Int, nanoseconds: UInt64)] = [:]
  private var last = DispatchTime.now().uptimeNanoseconds

  package init() {}

  mutating func begin() { last = DispatchTime.now().uptimeNanoseconds }

  /// What was done since the last call was of this kind.
  mutating func finished(_ kind: String) {
    let now = DispatchTime.now().uptimeNanoseconds
    let before = entries[kind] ?? (0, 0)
    entries[kind] = (before.count + 1, before.nanoseconds + now - last)
    last = DispatchTime.now().uptimeNanoseconds
  }

  package mutating func add(_ other: InstructionTimes) {
    for (kind, entry) in other.entries {
      let before = entries[kind] ?? (0, 0)
      entries[kind] = (before.count + entry.count, before.nanoseconds + entry.nanoseconds)
    }
  }

  /// One line a kind, the longest first.
  package var text: String {
    let total = entries.values.reduce(0) { $0 + $1.nanoseconds }
    let lines = entries.sorted { ($1.value.nanoseconds, $0.key) < ($0.value.nanoseconds, $1.key) }.map { kind, entry in
      let share = 1000 * entry.nanoseconds / max(total, 1)
      return "\(share / 10).\(share % 10) %  \(entry.nanoseconds / 1000) us  \(entry.count) x  \(kind)"
    }
    return lines.joined(separator: "\n")
  }
}
