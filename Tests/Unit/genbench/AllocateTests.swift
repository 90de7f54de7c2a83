import Foundation
import Testing

@testable import Bench
@testable import Storage

/// `genbench allocate`, on an arm that trains and is read in seconds.
@Suite struct AllocateTests {
  let tool: BuiltTool

  init() throws { tool = BuiltTool(scratch: try ScratchFolder()) }

  @Test func linesAddUpToTheChangeOfTheLoss() async throws {
    let words = [
      "allocate", "lca/factors", "--profile", "smoke", "--stage", "Adam", "--set", "graphs/fine-tune", "--count", "64",
      "--chord", "25", "--format", "jsonl",
    ]
    let outcome = try await tool(words)
    #expect(outcome.status == 0)
    let lines = try outcome.output.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Foundation.Data(line.utf8)) as? [String: Any])
    }
    #expect(lines.count == 8 && lines.map { $0["step"] as? Int } == [25, 25, 50, 50, 75, 75, 100, 100])
    for line in lines {
      let tensors = try #require(line["tensors"] as? [String: Double])
      let allocated = try #require(line["allocated"] as? Double)
      #expect(abs(tensors.values.reduce(0, +) - allocated) < 1e-9)
    }
    // Kept: the same words print the same at once, and nothing on the other stream.
    let again = try await tool(words)
    #expect(again.output == outcome.output && again.errors.isEmpty)

    let text = try await tool(Array(words.dropLast(2)))
    #expect(
      text.status == 0 && text.output.contains("blocks.1.feedForward") && text.output.contains("graphs/fine-tune"))
  }

  @Test(arguments: [
    (["lca/factors", "--stage", "adam"], 2, "Adam"),
    (["lca/factors", "--set", "mazes/wilson"], 2, "a split of graphs"),
    (["lca/factors", "--set", "graphs/fine-tun"], 2, "graphs/fine-tune"),
    (["lca/factors", "--set", "graphs/train", "--set", "graphs/train"], 2, "once"),
    (["lca/factors", "--count", "0"], 2, "--count"), (["lca/factor"], 2, "lca/factors"), ([], 2, "Name the experiment"),
    (["lca/factors", "--format", "csv"], 2, "jsonl"), (["lca/factors", "lca/layers"], 2, "lca/layers"),
  ])
  func whatCannotBeMeantIsRefusedBeforeTraining(words: [String], status: Int32, sentence: String) async throws {
    let outcome = try await tool(["allocate"] + words + ["--profile", "smoke"])
    #expect(outcome.status == status && outcome.output.isEmpty)
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
  }
}
