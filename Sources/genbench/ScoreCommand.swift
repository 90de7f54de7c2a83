import Bench
import Data
import Judging
import Reports
import Results
import Storage
import Training

/// `genbench score`
struct ScoreCommand {
  private let examples: Examples
  private let path: String
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
    guard arguments.values.count == 2 else {
      throw UsageProblem("Score what? Give a split and a file of predictions: genbench score SPLIT FILE.")
    }
    examples = try Splits.suite.named(arguments.values[0])
    guard examples.isAnsweredOnce else {
      throw UsageProblem(
        "\(examples.name) is answered with more than one number an example, and score judges one.")
    }
    path = arguments.values[1]
    count = try arguments.integer("count", in: 1...100_000_000)
    first = try arguments.integer("from", in: 0...100_000_000) ?? 0
    exportSeed = try arguments.integer("seed", in: 0...Int.max)
    trainedOn = try arguments.all("trained").map { try TrainedOn(parsing: $0, among: .suite) }
    let attributes = Scoring.attributes(of: examples, isTrainingKnown: !trainedOn.isEmpty)
    let typed = try arguments["slice"].map { try Slice.parsing($0, attributes: attributes) }
    gate = try Self.gate(arguments, environment, examples, typed, attributes)
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
    guard !path.isEmpty else { throw UsageProblem("PREDICTIONS is \"\": give a file, such as answers.jsonl.") }
    guard let bytes = try AtomicFile.read(path) else { throw UsageProblem("\(path) is missing: check the path.") }
    let predictions = try Predictions(jsonLines: bytes, file: path, of: examples, from: first, count: count)
    guard exportSeed != nil || predictions.areSeedsGiven else {
      throw UsageProblem("--seed is missing: with which seed were the examples exported?")
    }
    let scoring = Scoring(
      predictions, of: examples, exportSeed: exportSeed, trainedOn: trainedOn, threads: threads)
    try terminal.write(scoring.text(drawing: slice, style: terminal.style))
    guard let gate else { return .success }
    let claim = scoring.judge(gate, rerun: "swift run genbench " + words.map(Shell.quoted).joined(separator: " "))
    try terminal.write("\n" + ThresholdTable(rows: [claim.row]).text(width: terminal.width, style: terminal.style))
    return claim.isPassed ? .success : .claimFailed
  }
}
