import Bench
import Foundation

/// `genbench speed`
struct SpeedCommand {
  private let trial: SpeedTrial
  private let isProfiled: Bool
  private let isJSON: Bool

  init(_ arguments: Arguments) throws {
    try arguments.expectNoMoreValues(than: 0)
    let workload = try Workload.named(try arguments.required("config"))
    let threads = try arguments.integer("threads", in: 1...1024) ?? ProcessInfo.processInfo.activeProcessorCount
    let word = arguments["mode"] ?? SpeedTrial.Mode.train.rawValue
    guard let mode = SpeedTrial.Mode(rawValue: word) else {
      throw UsageProblem(
        "--mode is \"\(word)\": give \(SpeedTrial.Mode.allCases.map(\.rawValue).joined(separator: " or ")).")
    }
    if mode == .decode, !workload.isCausal {
      let able = Workload.all.filter(\.isCausal).map(\.name).joined(separator: " or ")
      throw UsageProblem("\(workload.name) continues nothing: --mode decode needs --config \(able).")
    }
    trial = try SpeedTrial(workload, mode, threads: threads, file: arguments["weights"].map(Safetensors.read))
    isProfiled = arguments.has("profile-kernels")
    isJSON = arguments.has("json")
  }

  func run() throws -> ExitCode {
    let report = try trial.run(profiled: isProfiled)
    print(isJSON ? report.json.text : report.text, terminator: "")
    if let times = report.times { StandardError.write(times.text) }
    return .success
  }
}
