import Bench
import Data
import Judging
import Reports
import Results
import Storage
import Training

/// `genbench score`
struct ScoreCommand {
  private enum Format: String, CaseIterable {
    case text, json, junit, markdown
  }

  private let examples: Examples
  private let paths: [String]
  private let againstPaths: [String]
  private let format: Format
  private let askedBy: AskedSplit?
  /// Of a run's file, after which stage.
  private let stage: String?
  /// Where scores go example by example.
  private let records: (path: String, format: RecordFormat)?
  private let first: Int
  private let count: Int?
  private let exportSeed: Int?
  private let trainedOn: [TrainedOn]
  private let slice: Slice
  private let gate: ScoreGate?
  private let threads: Int
  private let terminal: Terminal
  private let words: [String]

  init(_ arguments: Arguments, _ environment: [String: String]) throws {
    guard arguments.values.count >= 2 else {
      throw UsageProblem("Score what? Give a split and a file of predictions: genbench score SPLIT FILE.")
    }
    let examples = try Splits.suite.named(arguments.values[0])
    let paths = Array(arguments.values.dropFirst())
    let againstPaths = arguments.all("against")
    for paths in [paths, againstPaths, (paths + againstPaths).filter { $0 == "-" }] {
      guard let path = paths.first(where: { path in paths.count { $0 == path } > 1 }) else { continue }
      throw UsageProblem("\(path) is given twice: each file has replicates of its own.")
    }
    let word = arguments["format"] ?? Format.text.rawValue
    guard let format = Format(rawValue: word) else {
      throw UnknownName(kind: "format", asked: word, known: Format.allCases.map(\.rawValue))
    }
    (self.examples, self.paths, self.againstPaths, self.format) = (examples, paths, againstPaths, format)
    records = try arguments["per-example"].map { ($0, try RecordFormat(ofFile: $0, option: "--per-example")) }
    // Which examples are asked is the same at every profile; only how many differs.
    askedBy = try arguments["asked-by"].map { try Experiment.named($0, .standard).questions(to: examples.name) }
    stage = arguments["stage"]
    count = try arguments.integer("count", in: 1...100_000_000)
    first = try arguments.integer("from", in: 0...100_000_000) ?? 0
    exportSeed = try arguments.integer("seed", in: 0...Int.max)
    trainedOn = try arguments.all("trained").map { try TrainedOn(parsing: $0, among: .suite) }
    let attributes = Scoring.attributes(of: examples, isTrainingKnown: !trainedOn.isEmpty)
    let typed = try arguments["slice"].map { try Slice.parsing($0, attributes: attributes) }
    gate = try Self.gate(arguments, environment, examples, typed, attributes)
    guard format != .junit || gate != nil else {
      throw UsageProblem("--format junit is for a verdict: give --claim, --at-most or --at-least with it.")
    }
    guard format != .junit || againstPaths.isEmpty else {
      throw UsageProblem("--format junit has a verdict, and no place for --against.")
    }
    slice = gate?.claim.slice ?? typed ?? .everything
    threads = try LabSettings(environment: environment).threads
    terminal = Terminal(environment)
    words = arguments.words
  }

  private static func gate(
    _ arguments: Arguments, _ environment: [String: String], _ examples: Examples, _ slice: Slice?,
    _ attributes: [String]
  ) throws -> ScoreGate? {
    let (most, least) = (try arguments.number("at-most"), try arguments.number("at-least"))
    let asked = ["claim", "at-most", "at-least"].filter { arguments[$0] != nil }
    guard asked.count <= 1 else { throw UsageProblem("--\(asked[0]) and --\(asked[1]) cannot be given together.") }
    guard let kind = asked.first else {
      for name in ["metric", "replicates"] where arguments[name] != nil {
        throw UsageProblem("--\(name) is for a verdict: give --at-most or --at-least with it.")
      }
      return nil
    }
    guard arguments["count"] != nil else {
      throw UsageProblem("--count is missing: a verdict must know that no prediction is.")
    }
    if kind == "claim" { return try claim(arguments, environment, examples, attributes) }
    let metric = try Splits.suite.metrics.named(try arguments.required("metric"))
    guard examples.metrics.contains(metric) else {
      let known = examples.metrics.map(\.optionName).joined(separator: ", ")
      throw UsageProblem("--metric is \(metric.optionName), and \(examples.name) is scored by \(known).")
    }
    return try ScoreGate.threshold(
      most.map { .atMost($0) } ?? .atLeast(least!), metric, on: slice ?? .everything, of: examples.name,
      replicates: try arguments.integer("replicates", in: 1...1_000_000))
  }

  private static func claim(
    _ arguments: Arguments, _ environment: [String: String], _ examples: Examples, _ attributes: [String]
  ) throws -> ScoreGate {
    for name in ["metric", "slice", "replicates"] where arguments[name] != nil {
      throw UsageProblem("--\(name) and --claim cannot be given together: the claim declares it.")
    }
    let profile = try arguments["profile"].map(Profile.named) ?? Profile.fromEnvironment(environment)
    let gate = try ScoreGate.claim(named: try arguments.required("claim"), of: Experiment.all(profile))
    guard gate.claim.split == examples.name else {
      throw UsageProblem("The claim is about the split \(gate.claim.split), not \(examples.name).")
    }
    if let stranger = gate.claim.slice.conditions.first(where: { !attributes.contains($0.attribute) }) {
      throw UsageProblem(
        "The claim is about \(gate.claim.slice.name), and \(stranger.attribute) is not known: declare what the models "
          + "were trained on with --trained SPLIT:COUNT:SEED.")
    }
    return gate
  }

  func run() throws -> ExitCode {
    let predictions = try predictions(in: paths)
    guard exportSeed != nil || predictions.areSeedsGiven else {
      throw UsageProblem("--seed is missing: with which seed were the examples exported?")
    }
    let scoring = try scoring(predictions)
    var comparison: ScoredComparison?
    if let other = againstPaths.first {
      let others = try self.predictions(in: againstPaths)
      try predictions.expectPairs(with: others, in: Self.name(of: other))
      comparison = ScoredComparison(of: scoring, with: try self.scoring(others))
    }
    let claim = gate.map {
      scoring.judge($0, rerun: "swift run genbench " + words.map(Shell.quoted).joined(separator: " "))
    }
    if let records {
      let rows = ExampleRecords(scoring.answers, from: first, metrics: examples.metrics)
      try AtomicFile.write(chunks: rows.file(records.format), to: records.path)
    }
    try terminal.write(text(scoring, claim, comparison))
    return claim?.isPassed ?? true ? .success : .claimFailed
  }

  private func predictions(in paths: [String]) throws -> Predictions {
    try Predictions(
      files: paths.map { (Self.name(of: $0), try Self.bytes(of: $0)) }, of: examples, after: stage, from: first,
      count: count)
  }

  /// Whose questions a run's file answers stands in it.
  private func scoring(_ predictions: Predictions) throws -> Scoring {
    guard predictions.experiment == nil || exportSeed == nil else {
      throw UsageProblem("--seed is of an export: a run's file says whose questions each replicate was asked.")
    }
    let askedBy =
      try askedBy
      ?? predictions.experiment.map {
        try Experiment.named($0, .standard).questions(to: examples.name)
      }
    return try Scoring(
      predictions, of: examples, exportSeed: exportSeed, askedBy: askedBy, trainedOn: trainedOn, threads: threads)
  }

  private static func name(of path: String) -> String { path == "-" ? "standard input" : path }

  private static func bytes(of path: String) throws -> [UInt8] {
    guard !path.isEmpty else { throw UsageProblem("PREDICTIONS is \"\": give a file, such as answers.jsonl.") }
    guard let bytes = try AtomicFile.read(path == "-" ? "/dev/stdin" : path) else {
      throw UsageProblem("\(path) is missing: check the path.")
    }
    return bytes
  }

  private func text(_ scoring: Scoring, _ claim: ScoredClaim?, _ comparison: ScoredComparison?) -> String {
    switch format {
    case .text:
      let table = claim.map { ThresholdTable(rows: [$0.row]).text(width: terminal.width, style: terminal.style) }
      return ([scoring.text(drawing: slice, style: terminal.style)] + [comparison?.text, table].compactMap { $0 })
        .joined(separator: "\n")
    case .json: return scoring.json(claim, comparison).text
    case .junit: return claim!.junit
    case .markdown:
      return scoring.markdown(about: slice, claim) + (comparison.map { "\n" + $0.markdown } ?? "")
    }
  }
}
