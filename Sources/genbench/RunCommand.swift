import Bench
import Dispatch
import Foundation
import Judging
import Reports
import Storage
import Training

/// `genbench run`
struct RunCommand {
  private let experiments: [Experiment]
  /// A line for each experiment that belongs to another shard.
  private let skipped: [String]
  private let replicate: Int?
  private let shard: Shard?
  private let profile: Profile
  private let lab: Lab
  private let terminal: Terminal

  init(_ arguments: Arguments, _ environment: [String: String]) throws {
    let profile = try arguments["profile"].map(Profile.named) ?? Profile.fromEnvironment(environment)
    self.profile = profile
    let asked =
      arguments.values.isEmpty
      ? Experiment.suite(profile) : try arguments.values.map { try Experiment.named($0, profile) }
    let shard =
      try arguments["shard"].map { text in try Shard(parsing: text, name: "--shard") }
      ?? Shard.fromEnvironment(environment)
    self.shard = shard
    experiments = asked.filter { shard?.contains($0.id) ?? true }
    skipped = asked.compactMap { shard?.reasonToSkip($0.id) }
    replicate = try arguments.integer("seed", in: 0...1_000_000)
    terminal = Terminal(environment)
    lab = Lab(
      try LabSettings(environment: environment),
      listener: ProgressPrinter(terminal, replicates: replicate == nil ? nil : 1))
  }

  func run() async throws -> ExitCode {
    let interrupt = stopOnInterrupt()
    defer { interrupt.cancel() }
    for line in skipped { terminal.write(line + "\n") }
    if let shard, experiments.isEmpty {
      terminal.write("shard \(shard) has none of the \(skipped.count) experiments asked for: nothing was judged\n")
      return .success
    }
    if let replicate { return try await runOne(replicate) }
    let started = ContinuousClock.now
    var judged: [JudgedClaim] = []
    for experiment in experiments {
      let baseline = try Baseline.load(experiment.id, in: Baseline.folder(profile))
      judged += try await lab.trained(experiment).judgeAll(baseline: baseline)
    }
    let seconds = Double((ContinuousClock.now - started).components.seconds)
    ThresholdReport(judged, seconds: seconds).print(to: terminal)
    return judged.allSatisfy(\.isPassed) ? .success : .claimFailed
  }

  /// Scores of a single replicate, without a verdict.
  private func runOne(_ replicate: Int) async throws -> ExitCode {
    for experiment in experiments {
      let run = try await lab.run(experiment.plan, replicate: replicate)
      let exposure = try await lab.exposures(of: experiment.plan, [run])[0]
      terminal.write("\(experiment.id), replicate \(replicate): fingerprint \(run.fingerprint)\n")
      for claim in experiment.claims {
        let score = experiment.score(claim, run, exposure)
        terminal.write("  \(claim.subject): \(claim.metric.printedName) \(NumberText.significant(score))\n")
      }
    }
    return .success
  }

  /// Ctrl-C asks the runs to save and stop; a second one ends the program at once.
  private func stopOnInterrupt() -> any DispatchSourceSignal {
    signal(SIGINT, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    let stop = lab.stop
    source.setEventHandler {
      if stop.isRaised { exit(ExitCode.stopped.rawValue) }
      StandardError.write("\nSaving. Ctrl-C again to stop at once.")
      stop.raise()
    }
    source.resume()
    return source
  }
}
