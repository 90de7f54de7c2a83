import Bench
import Foundation
import Storage

/// `genbench speed`
struct SpeedCommand {
  private enum Trial {
    case network(SpeedTrial, profiled: Bool)
    case data(DataTrial)
  }

  private let trial: Trial
  private let isJSON: Bool

  init(_ arguments: Arguments) throws {
    try arguments.expectNoMoreValues(than: 0)
    let name = try arguments.required("config")
    if let data = DataTrial.named(name) {
      for option in ["mode", "threads", "weights"] where arguments[option] != nil {
        throw UsageProblem("\(name) are drawn on one core: --\(option) changes nothing there.")
      }
      trial = .data(data)
    } else {
      trial = .network(try Self.network(name, arguments), profiled: arguments.has("profile-kernels"))
    }
    isJSON = arguments.has("json")
  }

  private static func network(_ name: String, _ arguments: Arguments) throws -> SpeedTrial {
    let workload = try Workload.named(name, orAmong: DataTrial.all.map(\.name))
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
    return try SpeedTrial(workload, mode, threads: threads, file: arguments["weights"].map(Safetensors.read))
  }

  func run() throws -> ExitCode {
    switch trial {
    case .network(let trial, let profiled):
      let report = try trial.run(profiled: profiled)
      try StandardStream.output.write(isJSON ? report.json.text : report.text)
      if let times = report.times { try StandardStream.errors.write(line: times.text) }
    case .data(let trial):
      let report = trial.run()
      try StandardStream.output.write(isJSON ? report.json.text : report.text)
    }
    return .success
  }
}
