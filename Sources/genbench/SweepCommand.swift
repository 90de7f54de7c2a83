import Bench
import Data
import Judging
import Reports
import Storage
import Training

/// `genbench sweep`
struct SweepCommand {
  private enum Format {
    case text
    case points(RecordFormat)
  }

  private let sweep: Sweep
  private let format: Format
  /// Nil for standard output.
  private let path: String?
  private let lab: Lab
  private let progress: ProgressPrinter
  private let terminal: Terminal

  init(_ arguments: Arguments, _ environment: [String: String], _ interruptions: Interruptions) throws {
    guard let id = arguments.values.first else {
      throw UsageProblem("Name the experiment that is trained in several sizes, such as graphs/looped.")
    }
    let profile = try arguments["profile"].map(Profile.named) ?? Profile.fromEnvironment(environment)
    let experiment = try Experiment.named(id, profile)
    let settings = arguments.all(Option.set.name)
    guard settings.contains(where: Sweep.isList) || Sweep.hasSizes(experiment) else {
      throw UsageProblem(
        "\(id) has networks of one size: give a number and two sizes or more, such as --set model.width=8,12,16.")
    }
    sweep = try Sweep(
      of: experiment, replicates: try arguments.integer(Option.replicates.name, in: Variation.counts),
      settings: settings, at: arguments["at"])
    path = try Self.path(arguments)
    format = try Self.format(arguments, path: path)
    if case .text = format, sweep.number == nil {
      throw UsageProblem(
        "\(id) has its sizes among its stages: genbench run \(id) --readings says what they came to, and --format csv or "
          + "jsonl gives their points.")
    }
    terminal = Terminal(environment)
    var lab = try LabSettings(environment: environment)
    if let threads = try arguments.integer("threads", in: 1...1024) { lab.threads = threads }
    let stop = StopSignal()
    var isRead = false
    if case .points = format { isRead = path == nil }
    progress = ProgressPrinter(terminal, stop: stop, on: isRead ? .errors : .output)
    self.lab = Lab(lab, listener: progress, stop: stop)
    interruptions.save(by: stop)
  }

  private static func path(_ arguments: Arguments) throws -> String? {
    guard let path = arguments["out"], path != "-" else { return nil }
    guard !path.isEmpty, !path.hasSuffix("/") else {
      throw UsageProblem("--out is \"\(path)\": give a file, such as points.csv, or - for standard output.")
    }
    return path
  }

  /// What is asked for, or what the file's name ends in.
  private static func format(_ arguments: Arguments, path: String?) throws -> Format {
    if let word = arguments["format"] {
      guard let format = RecordFormat(rawValue: word) else {
        guard word == "text" else { throw UnknownName(kind: "format", asked: word, known: Declaration.sweepFormats) }
        return .text
      }
      return .points(format)
    }
    let end = path.flatMap { $0.split(separator: ".").last.map(String.init) } ?? ""
    return RecordFormat(rawValue: end).map(Format.points) ?? .text
  }

  func run() async throws -> ExitCode {
    let experiments = sweep.members.map(\.experiment)
    let trained = try await progress.hearing {
      // Those that come later take what cores the first one leaves idle.
      async let _ = lab.train(experiments)
      var trained: [TrainedExperiment] = []
      for experiment in experiments { trained.append(try await lab.trained(experiment)) }
      return trained
    }
    switch format {
    case .points(let format): try write(SweepPoints(sweep, trained).file(format))
    case .text:
      try write(CollectionOfOne(Array(SweepTable(sweep, trained).text(width: terminal.width).utf8)))
    }
    return .success
  }

  private func write(_ chunks: some Sequence<[UInt8]>) throws {
    if let path {
      try AtomicFile.write(chunks: chunks, to: path)
    } else {
      try StandardStream.output.write(chunks: chunks)
    }
  }
}
