import Bench
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
  private let saysWhy: Bool
  private let showsDetails: Bool
  private let showsReadings: Bool
  private let listsMissing: Bool
  private let files: RunFiles
  private let profile: Profile
  private let lab: Lab
  private let progress: ProgressPrinter
  private let terminal: Terminal

  init(_ arguments: Arguments, _ environment: [String: String], _ interruptions: Interruptions) throws {
    let profile = try arguments["profile"].map(Profile.named) ?? Profile.fromEnvironment(environment)
    self.profile = profile
    let foreign = try arguments.experimentWithWeights(profile)
    let asked = try foreign.map { [$0] } ?? arguments.experiments(profile)
    let shard =
      foreign != nil
      ? nil
      : try arguments["shard"].map { text in try Shard(parsing: text, name: "--shard") }
        ?? Shard.fromEnvironment(environment)
    self.shard = shard
    experiments = asked.filter { shard?.contains($0.id) ?? true }
    skipped = asked.compactMap { shard?.reasonToSkip($0.id) }
    replicate = try arguments.integer("seed", in: 0...1_000_000)
    showsReadings = arguments.has("readings")
    showsDetails = arguments.has(Option.details.name)
    saysWhy = arguments.has(Option.why.name)
    listsMissing = arguments.has("missing")
    files = try RunFiles(arguments)
    if listsMissing, replicate != nil || saysWhy || showsReadings {
      throw UsageProblem("--missing lists what is to be trained: --seed, --why and --readings say nothing of that.")
    }
    if replicate != nil, arguments[Option.replicates.name] != nil {
      throw UsageProblem("--seed trains one replicate, and --replicates judges many: give one of them.")
    }
    if saysWhy, replicate != nil {
      throw UsageProblem("--why explains thresholds, and --seed judges by none.")
    }
    terminal = Terminal(environment)
    let stop = StopSignal()
    progress = ProgressPrinter(terminal, replicates: replicate == nil ? nil : 1, stop: stop)
    lab = Lab(try LabSettings(environment: environment), listener: progress, stop: stop)
    interruptions.save(by: stop)
  }

  func run() async throws -> ExitCode {
    if listsMissing { return try listMissing() }
    for line in skipped { try terminal.write(line + "\n") }
    if let shard, experiments.isEmpty {
      try terminal.write("shard \(shard) has none of the \(skipped.count) experiments asked for: nothing was judged\n")
      return .success
    }
    return try await progress.hearing {
      if let replicate { try await runOne(replicate) } else { try await runAll() }
    }
  }

  /// A line for each replicate that would be trained.
  private func listMissing() throws -> ExitCode {
    let kept = KeptRuns(lab.settings, sources: .compiled)
    for experiment in experiments {
      for run in try kept.runs(of: experiment.plan).missing {
        try terminal.write("\(run.experiment) \(run.replicate)\n")
      }
    }
    return .success
  }

  private func runAll() async throws -> ExitCode {
    let clock = Stopwatch()
    var judged: [JudgedClaim] = []
    // Those that come later take what cores the first one leaves idle.
    async let _ = lab.train(experiments.filter { !$0.isTrainedElsewhere })
    for experiment in experiments {
      let baseline = try experiment.acceptedBaseline()
      let trained =
        experiment.isTrainedElsewhere ? try await experiment.answered(lab.settings) : try await lab.trained(experiment)
      judged += trained.judgeAll(baseline: baseline)
      try files.write(trained)
      if showsReadings, !trained.readings.isEmpty {
        try terminal.write("\n\(experiment.id)\n\(ReadingTable(trained.readings).text)")
      }
    }
    let seconds = clock.seconds
    let pointers = [showsDetails ? nil : Option.details.word, saysWhy ? nil : Option.why.word, "genbench report"]
    let report = ThresholdReport(
      judged, seconds: seconds, isTrained: experiments.contains(where: \.isTrainedElsewhere) ? nil : progress.hasBegun,
      pointers: pointers.compactMap { $0 })
    // The verdict stays in sight.
    if showsDetails { try report.writeDetails(to: terminal) }
    if saysWhy { try report.writeOrigins(to: terminal) }
    try report.write(to: terminal)
    return judged.allSatisfy(\.isPassed) ? .success : .claimFailed
  }

  /// Scores of a single replicate, without a verdict.
  private func runOne(_ replicate: Int) async throws -> ExitCode {
    for experiment in experiments {
      let run = try await lab.run(experiment.plan, replicate: replicate)
      let trained = try await lab.watched(experiment, [run])
      try files.write(trained)
      if let variation = experiment.variation { try terminal.write("changed: \(variation)\n") }
      try terminal.write("\(experiment.id), replicate \(replicate): fingerprint \(run.fingerprint)\n")
      for claim in experiment.claims {
        let score = trained.score(claim, replicate: 0)
        try terminal.write("  \(claim.subject): \(claim.metric.printedName) \(NumberText.significant(score))\n")
      }
    }
    return .success
  }
}
