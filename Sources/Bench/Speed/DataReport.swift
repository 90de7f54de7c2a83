import Storage

/// How fast examples were drawn.
package struct DataReport: Sendable {
  let data: String
  /// On one core.
  let examplesPerSecond: Double
  /// MiB.
  let peakMemory: Double

  package var json: JSONValue {
    .object([
      "config": .string(data), "threads": .integer(1), "examples_per_s": .real(examplesPerSecond),
      "peak_rss_mib": .real(peakMemory),
    ])
  }

  package var text: String {
    "\(data), 1 thread: \(Int(examplesPerSecond)) examples/s, \(Int((1e9 / examplesPerSecond).rounded())) ns each\n"
  }
}
