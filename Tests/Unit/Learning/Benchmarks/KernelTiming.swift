import Foundation
import Training

/// How long one kernel took at one shape, and its naive twin, if it has one.
struct KernelTiming {
  var workload: String
  var kernel: String
  var shape: String
  /// Of the result.
  var elements: Int
  var seconds: Double
  /// Multiplications and additions that the result needs; nil where most of the time is spent on something else.
  var operations: Int?
  var naiveSeconds: Double?

  var gigaflops: Double? { operations.map { Double($0) / seconds * 1e-9 } }

  /// A row of a Markdown table.
  func row(peak: Double) -> String {
    let speed = gigaflops.map { [Self.text($0, 1), Self.text(100 * $0 / peak, 0)] } ?? ["", ""]
    let cells =
      [workload, kernel, shape, Self.text(seconds * 1e6, 1), Self.text(seconds * 1e9 / Double(elements), 3)] + speed
      + [naiveSeconds.map { Self.text($0 / seconds, 0) } ?? ""]
    return "| \(cells.joined(separator: " | ")) |"
  }

  static let heading = """
    | | kernel | shape | us | ns an element | GFLOP/s | % of peak | times the naive twin |
    |---|---|---|--:|--:|--:|--:|--:|
    """

  private static func text(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }

  /// The shortest of many runs, in seconds, each long enough for the clock: what the machine's other work cannot reach.
  static func shortest(_ body: () -> Void) -> Double {
    func time(_ repetitions: Int) -> Double {
      let clock = Stopwatch()
      for _ in 0..<repetitions { body() }
      return clock.seconds / Double(repetitions)
    }
    let first = min(time(1), time(1))
    let repetitions = max(1, Int(100e-6 / first))
    let trials = max(10, min(400, Int(0.1 / (first * Double(repetitions)))))
    return (0..<trials).reduce(first) { shortest, _ in min(shortest, time(repetitions)) }
  }
}
