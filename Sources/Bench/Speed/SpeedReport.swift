import Learning
import Storage

/// How fast one workload ran.
package struct SpeedReport: Sendable {
  package let workload: String
  package let mode: SpeedTrial.Mode
  package let threads: Int
  package let stepsPerSecond: Double
  package let examplesPerSecond: Double
  /// New ones; nil where none are made.
  package let tokensPerSecond: Double?
  package let gigaflops: Double
  /// What a loop of nothing but fused multiply-adds reaches on as many threads.
  package let peakGigaflops: Double
  /// From the start of the process until the first step begins; nil where the system does not say.
  package let readySeconds: Double?
  /// The same until it has ended.
  package let firstStepSeconds: Double?
  /// MiB.
  package let peakMemory: Double
  /// Of the first five training steps.
  package let losses: [Float]
  package let times: InstructionTimes?

  package var json: JSONValue {
    var members: [String: JSONValue] = [
      "config": .string(workload), "mode": .string(mode.rawValue), "threads": .integer(threads),
      "steps_per_s": .real(stepsPerSecond), "examples_per_s": .real(examplesPerSecond), "gflops": .real(gigaflops),
      "peak_gflops": .real(peakGigaflops),
      "ready_s": readySeconds.map { .real($0) } ?? .null,
      "first_step_s": firstStepSeconds.map { .real($0) } ?? .null, "peak_rss_mib": .real(peakMemory),
      "losses": .array(losses.map { .real(Double($0)) }),
    ]
    if let tokensPerSecond { members["tokens_per_s"] = .real(tokensPerSecond) }
    return .object(members)
  }

  package var text: String {
    let ready = readySeconds.map { ", ready after \(Self.brief($0)) s" } ?? ""
    let first = ready + (firstStepSeconds.map { ", first step after \(Self.brief($0)) s" } ?? "")
    let losses = losses.isEmpty ? "" : "\nfirst losses \(losses.map(\.description).joined(separator: ", "))"
    let tokens = tokensPerSecond.map { ", \(Self.brief($0)) tokens/s" } ?? ""
    return """
      \(workload), \(mode.rawValue), \(threads) \(threads == 1 ? "thread" : "threads"): \
      \(Self.brief(stepsPerSecond)) steps/s, \(Self.brief(examplesPerSecond)) examples/s\(tokens), \
      \(Self.brief(gigaflops)) GFLOP/s (\(Int((100 * gigaflops / peakGigaflops).rounded())) % of the peak)\(first), \(Self.brief(peakMemory)) MiB\(losses)

      """
  }

  private static func brief(_ value: Double) -> String {
    let digits = value >= 100 ? 1.0 : value >= 10 ? 10 : 100
    return ((value * digits).rounded() / digits).description
  }
}
