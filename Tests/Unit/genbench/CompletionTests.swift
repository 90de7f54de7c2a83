import Foundation
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// Completion by a real bash. tools/completion-test types into a real zsh.
@Suite struct CompletionTests {
  let tool: BuiltTool

  init() throws { tool = BuiltTool(scratch: try ScratchFolder()) }

  /// What bash offers for these words, the last of which is where the cursor stands.
  private func offers(_ words: String...) async throws -> [String] {
    try await offers(["genbench"] + words, from: "_genbench")
  }

  private func offers(_ words: [String], from function: String, before: String = "") async throws -> [String] {
    let script = try await tool("completion", "bash")
    #expect(script.status == 0 && script.errors.isEmpty)
    let array = words.map { "'\($0)'" }.joined(separator: " ")
    let asking = "COMP_WORDS=(\(array)); COMP_CWORD=\(words.count - 1); \(function); printf '%s\\n' \"${COMPREPLY[@]}\""
    try AtomicFile.write(Array((before + script.output + script.output + asking).utf8), to: tool.scratch("ask.bash"))
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["--noprofile", "--norc", "ask.bash"]
    process.currentDirectoryURL = URL(filePath: tool.scratch.path)
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(errors.fileHandleForReading.readDataToEndOfFile().isEmpty)
    process.waitUntilExit()
    return text.split(separator: "\n").map(String.init)
  }

  @Test func commandsAndTheirOptions() async throws {
    #expect(try await offers("ex") == ["export"])
    #expect(try await offers("").contains("fixtures"))
    #expect(try await offers("export", "--f") == ["--from", "--format"])
    #expect(
      try await offers("export", "graphs/train", "--count", "5", "--") == [
        "--count", "--seed", "--from", "--asked-by", "--out", "--format", "--help",
      ])
    #expect(try await offers("run", "--wrong", "x", "--prof") == ["--profile"])
    #expect(try await offers("unknown", "x").isEmpty)
  }

  /// As README types it. What completed swift before still does, also where the script is read twice.
  @Test func whatFollowsSwiftRun() async throws {
    let own = "_own() { COMPREPLY=(\"swift's $COMP_CWORD\"); }; complete -F _own swift\n"
    func offers(_ words: String...) async throws -> [String] {
      try await self.offers(["swift"] + words, from: "_genbench_after_swift", before: own)
    }
    #expect(try await offers("run", "genbench", "ex") == ["export"])
    #expect(
      try await offers("run", "genbench", "export", "graphs/train", "--format", "") == ["jsonl", "npz", "safetensors"])
    #expect(try await offers("run", "genb") == ["swift's 2"])
    #expect(try await offers("test", "genbench", "ex") == ["swift's 3"])
    #expect(try await self.offers(["swift", "bu"], from: "_genbench_after_swift").isEmpty)
  }

  @Test func valuesAndOperands() async throws {
    #expect(try await offers("export", "graphs/on-path-s") == ["graphs/on-path-small-target"])
    #expect(
      try await offers("export", "--seed", "3", "powers/new") == [
        "powers/new-depth-4", "powers/new-depth-5", "powers/new-depth-6-size-16",
      ])
    #expect(try await offers("export", "graphs/train", "t").isEmpty)
    #expect(try await offers("export", "graphs/train", "--format", "") == ["jsonl", "npz", "safetensors"])
    #expect(try await offers("export", "graphs/train", "--format", "=", "saf") == ["safetensors"])
    #expect(try await offers("export", "graphs/train", "--format", "=") == ["jsonl", "npz", "safetensors"])
    #expect(try await offers("export", "graphs/train", "--count", "").isEmpty)
    #expect(try await offers("run", "graphs/on-path", "graphs/f") == ["graphs/from-scratch", "graphs/full-attention"])
    #expect(try await offers("run", "--profile", "s") == ["smoke", "standard"])
    #expect(try await offers("fixtures", "regenerate", "learning/") == ["learning/golden-runs"])
    #expect(
      try await offers("score", "graphs/train", "x", "--claim", "ShortestPaths/onPathS") == [
        "ShortestPaths/onPathSmallTarget"
      ]
    )
    #expect(try await offers("completion", "") == ["bash", "zsh"])
  }

  @Test func filesWithSpacesStayWhole() async throws {
    try AtomicFile.write([], to: tool.scratch("my answers.jsonl"))
    #expect(try await offers("score", "graphs/train", "my") == ["my answers.jsonl"])
    #expect(try await offers("export", "graphs/train", "--out", "my") == ["my answers.jsonl"])
  }

  @Test func theScriptForZshNamesEveryCommandAndOption() async throws {
    let outcome = try await tool("completion", "zsh")
    #expect(outcome.status == 0 && outcome.output.hasPrefix("#compdef genbench\n"))
    let words = [
      "'export:", "--format=[", "(jsonl npz safetensors)", "ShortestPaths/onPathSmallTarget", "--json[",
      "compdef _genbench_after_swift swift\n",
    ]
    for word in words {
      #expect(outcome.output.contains(word), "\(word)")
    }
  }

  @Test func anotherShellIsRefused() async throws {
    let outcome = try await tool("completion", "fish")
    #expect(outcome.status == 2 && outcome.errors.contains("unknown shell \"fish\"."))
    #expect(try await tool("completion").status == 2)
  }
}
