import Bench
import Judging
import Storage
import Training

/// `genbench weights`
struct WeightsCommand {
  private let experiment: Experiment
  private let replicate: Int
  private let stage: String?
  /// The split whose answers are written in place of the weights.
  private let split: String?
  private let count: Int?
  private let path: String
  private let kept: KeptRuns

  init(_ arguments: Arguments, _ environment: [String: String]) throws {
    guard let id = arguments.values.first else {
      throw UsageProblem("Name the experiment whose weights are written, such as graphs/on-path.")
    }
    let profile = try arguments["profile"].map(Profile.named) ?? Profile.fromEnvironment(environment)
    experiment = try Experiment.named(id, profile)
    replicate = try arguments.requiredInteger("seed", in: 0...1_000_000)
    stage = arguments["stage"]
    split = arguments["answers"]
    count = try arguments.integer("count", in: 1...1_000_000)
    guard count == nil || split != nil else { throw UsageProblem("--count says how many --answers are written.") }
    path = try arguments.required("out")
    guard !path.isEmpty, !path.hasSuffix("/"), path != "-" else {
      throw UsageProblem("--out is \"\(path)\": give a file, such as weights.safetensors.")
    }
    kept = KeptRuns(try LabSettings(environment: environment), sources: .compiled)
  }

  func run() throws -> ExitCode {
    let weights = try kept.weights(of: experiment, replicate: replicate, stage: stage)
    let file = try split.map { try weights.answers(to: $0, count: count, file: path) } ?? weights.file(path)
    try AtomicFile.write(file.bytes, to: path)
    return .success
  }
}
