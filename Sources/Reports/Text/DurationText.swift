/// Seconds as a person says them: `0.4 s`, `212 s`, `32 min 05 s`, `3 h 04 min`.
package enum DurationText {
  package static func seconds(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0, seconds < 1e15 else { return "unknown time" }
    if seconds < 9.95 { return NumberText.fixed(seconds, decimals: 1) + " s" }
    let whole = Int(seconds.rounded())
    // Up to ten minutes plain seconds are easier to compare.
    if whole < 600 { return "\(whole) s" }
    if whole < 7200 { return "\(whole / 60) min \(twoDigits(whole % 60)) s" }
    return "\(NumberText.count(whole / 3600)) h \(twoDigits(whole % 3600 / 60)) min"
  }

  private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
