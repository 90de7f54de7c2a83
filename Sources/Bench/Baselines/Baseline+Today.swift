import Foundation

extension Baseline {
  /// What a baseline says that none was before.
  static let firstReason = "First recording."

  /// The day it is, in the world's one calendar that no machine's settings change.
  package static var today: String {
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = [.withFullDate]
    return formatter.string(from: Date())
  }
}
