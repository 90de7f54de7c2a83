import Bench
import Data
import Foundation
import Seeds

/// `genbench export`
struct ExportCommand {
  private let split: GraphSplit
  private let count: Int
  private let seed: Int
  private let path: String

  init(_ arguments: Arguments) throws {
    guard let name = arguments.values.first else {
      throw UsageProblem("Which split? One of: \(GraphSplit.all.map(\.name).joined(separator: ", ")).")
    }
    try arguments.expectNoMoreValues(than: 1)
    split = try GraphSplit.named(name)
    count = try arguments.requiredInteger("count", in: 1...100_000_000)
    seed = try arguments.requiredInteger("seed", in: 0...Int.max)
    path = try arguments.required("out")
    guard !path.isEmpty, !path.hasSuffix("/") else {
      throw UsageProblem("--out is \"\(path)\": give a file, such as examples.jsonl, or - for standard output.")
    }
    let format = arguments["format"] ?? "jsonl"
    guard format == "jsonl" else { throw UnknownName(kind: "format", asked: format, known: ["jsonl"]) }
  }

  func run() throws -> ExitCode {
    let root = Seed(root: UInt64(seed)).child("export")
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: count, by: 4096) {
      for example in split.examples(start..<min(start + 4096, count), seed: root) {
        bytes += Array(example.jsonLine(split: split).utf8)
        bytes.append(UInt8(ascii: "\n"))
      }
    }
    if path == "-" {
      FileHandle.standardOutput.write(Foundation::Data(bytes))
    } else {
      try AtomicFile.write(bytes, to: path)
    }
    return .success
  }
}
