import Bench
import Instruments
import Judging
import Storage
import Training

/// `genbench allocate`
struct AllocateCommand {
  private let request: AllocationRequest
  private let replicate: Int
  private let isLines: Bool
  private let lab: Lab
  private let progress: ProgressPrinter
  private let terminal: Terminal

  init(_ arguments: Arguments, _ environment: [String: String], _ interruptions: Interruptions) throws {
    try arguments.expectNoMoreValues(than: 1)
    guard let id = arguments.values.first else {
      throw UsageProblem("Name the experiment whose training is looked at, such as graphs/on-path.")
    }
    let profile = try arguments["profile"].map(Profile.named) ?? Profile.fromEnvironment(environment)
    let format = arguments["format"] ?? "text"
    guard ["text", "jsonl"].contains(format) else {
      throw UnknownName(kind: "format", asked: format, known: ["text", "jsonl"])
    }
    isLines = format == "jsonl"
    replicate = try arguments.integer("seed", in: 0...1_000_000) ?? 0
    request = try AllocationRequest(
      Experiment.named(id, profile), stage: arguments["stage"], splits: arguments.all("set"),
      count: try arguments.integer("count", in: 1...65_536) ?? 512,
      chord: try arguments.integer("chord", in: 1...1_000_000) ?? 1)
    terminal = Terminal(environment)
    let stop = StopSignal()
    progress = ProgressPrinter(terminal, replicates: 1, stop: stop, on: isLines ? .errors : .output)
    lab = Lab(try LabSettings(environment: environment), listener: progress, stop: stop)
    interruptions.save(by: stop)
  }

  func run() async throws -> ExitCode {
    let plan = request.experiment.plan
    let report = try await progress.hearing {
      let run = try await lab.run(plan, replicate: replicate)
      return try AllocationReport(request, run, try await lab.watched(request.watch, of: run, plan))
    }
    try terminal.write(isLines ? report.jsonLines : "\n" + report.text)
    return .success
  }
}
