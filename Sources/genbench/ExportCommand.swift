import Bench
import Data
import Judging
import Results
import Storage
import Training

/// `genbench export`
struct ExportCommand {
  private let export: ExampleExport
  private let format: ExportFormat
  private let path: String

  init(_ arguments: Arguments) throws {
    guard let name = arguments.values.first else {
      throw UsageProblem("Which split? One of: \(Splits.suite.names.joined(separator: ", ")).")
    }
    let examples = try Splits.suite.named(name)
    let count = try arguments.requiredInteger("count", in: 1...100_000_000)
    let seed = try arguments.requiredInteger("seed", in: 0...Int.max)
    let first = try arguments.integer("from", in: 0...100_000_000) ?? 0
    if let id = arguments["asked-by"] {
      // Which examples are asked is the same at every profile; only how many differs.
      let experiment = try Experiment.named(id, .standard)
      export = try ExampleExport(askedBy: experiment, replicate: seed, of: examples, from: first, count: count)
    } else {
      export = ExampleExport(examples, from: first, count: count, seed: seed)
    }
    path = try arguments.required("out")
    guard !path.isEmpty, !path.hasSuffix("/") else {
      throw UsageProblem("--out is \"\(path)\": give a file, such as examples.jsonl, or - for standard output.")
    }
    format = try arguments["format"].map(ExportFormat.named) ?? .jsonl
    guard path != "-" || format == .jsonl else {
      throw UsageProblem("--out is -: standard output takes --format jsonl only; give a file, such as examples.npz.")
    }
    guard format != .npz || export.fitsIntoArchive else {
      throw UsageProblem(
        "--count is \(count): \(export.arrayBytes) bytes are more than an npz file of 4 GiB holds. "
          + "Give --format safetensors, or several smaller seeds.")
    }
  }

  func run() throws -> ExitCode {
    let chunks = export.chunks(format)
    if path == "-" {
      try StandardStream.output.write(chunks: chunks)
    } else {
      try AtomicFile.write(chunks: chunks, to: path)
    }
    return .success
  }
}
