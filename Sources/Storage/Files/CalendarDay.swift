import Foundation

/// The day in the world's one calendar that no machine's settings change: `2025-03-31`.
package enum CalendarDay {
  package static var today: String {
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = [.withFullDate]
    return formatter.string(from: Date())
  }
}
