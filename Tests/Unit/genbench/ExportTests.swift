import Data
import Foundation
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct ExportTests {
  let tool: BuiltTool

  init() throws { tool = BuiltTool(scratch: try ScratchFolder()) }

  @Test(arguments: GraphSplit.all.map(\.name))
  func everyLineIsAnObjectAndTwiceTheSame(split: String) async throws {
    for name in ["one", "two"] {
      let outcome = try await tool("export", split, "--count", "3", "--seed", "7", "--out", name)
      #expect(outcome.status == 0 && outcome.errors.isEmpty && outcome.output.isEmpty)
    }
    let text = try String(contentsOfFile: tool.scratch("one"), encoding: .utf8)
    #expect(try text == String(contentsOfFile: tool.scratch("two"), encoding: .utf8))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    try #require(lines.count == 4 && lines[3].isEmpty)
    for (index, line) in lines.dropLast().enumerated() {
      let object = try #require(try JSONSerialization.jsonObject(with: Foundation.Data(line.utf8)) as? [String: Any])
      #expect(object["index"] as? Int == index && object["split"] as? String == split)
      #expect(object["edges"] is [[Int]] && object["label"] is Int && object["target"] is Int && object["n"] is Int)
    }
    #expect(try tool.scratch.names() == ["one", "two"])
  }

  @Test func anotherSeedGivesOthersAndMoreBeginAlike() async throws {
    func export(_ count: String, _ seed: String) async throws -> String {
      let outcome = try await tool("export", "graphs/train", "--count", count, "--seed", seed, "--out", "-")
      #expect(outcome.status == 0)
      return outcome.output
    }
    let three = try await export("3", "7")
    #expect(try await export("3", "8") != three)
    // Across the 4096 that are drawn at once, too.
    let many = try await export("4098", "7")
    #expect(many.hasPrefix(three) && many.split(separator: "\n").count == 4098)
    #expect(try tool.scratch.names().isEmpty)
  }

  @Test(arguments: ["npz", "safetensors"])
  func arraysAreAFileAndTwiceTheSame(format: String) async throws {
    for name in ["one", "two"] {
      let outcome = try await tool(
        "export", "graphs/train", "--count", "3", "--seed", "7", "--format", format, "--out", name)
      #expect(outcome.status == 0 && outcome.errors.isEmpty && outcome.output.isEmpty)
    }
    let bytes = try #require(try AtomicFile.read(tool.scratch("one")))
    #expect(try AtomicFile.read(tool.scratch("two")) == bytes && bytes.count > 3 * 4 * 37)
    #expect(format == "npz" ? bytes.starts(with: Array("PK".utf8)) : bytes[8] == UInt8(ascii: "{"))
    let piped = try await tool("export", "graphs/train", "--count=3", "--seed=7", "--format", format, "--out=-")
    #expect(piped.status == 2 && piped.output.isEmpty && piped.errors.contains("standard output takes --format jsonl"))
  }

  @Test func anArchiveThatCannotBeIsRefusedBeforeAnythingIsDrawn() async throws {
    let outcome = try await tool(
      "export", "graphs/train", "--count", "100000000", "--seed", "7", "--format", "npz", "--out", "x")
    #expect(outcome.status == 2 && outcome.errors.contains("more than an npz file of 4 GiB holds"))
    #expect(try tool.scratch.names().isEmpty)
  }

  @Test func aFileIsReplacedWhole() async throws {
    try AtomicFile.write(Array("old\n".utf8), to: tool.scratch("file"))
    #expect(try await tool("export", "graphs/train", "--count", "1", "--seed", "7", "--out", "file").status == 0)
    let text = try String(contentsOfFile: tool.scratch("file"), encoding: .utf8)
    #expect(text.hasPrefix("{\"index\":0,") && text.split(separator: "\n").count == 1)
  }

  @Test func aFileKeepsItsModeItsLinkAndItsLongName() async throws {
    let words = ["export", "graphs/train", "--count", "1", "--seed", "7", "--out"]
    let name = String(repeating: "n", count: 240)
    for file in ["private", name] { try AtomicFile.write([1], to: tool.scratch(file)) }
    chmod(tool.scratch("private"), 0o600)
    try #require(symlink("private", tool.scratch("link")) == 0 && symlink("later", tool.scratch("ahead")) == 0)
    for file in ["link", "ahead", name] { #expect(try await tool(words + [file]).status == 0) }
    let masked = try await tool.under("umask 027; \"$@\"", words: words + ["masked"])
    #expect(masked.status == 0)
    let modes = try await tool.under("ls -l private masked | cut -c 1-10; readlink link ahead", words: [])
    #expect(modes.output == "-rw-r-----\n-rw-------\nprivate\nlater\n")
    #expect(try tool.scratch.names() == ["ahead", "later", "link", "masked", name, "private"].sorted())
  }

  @Test func aPipeAndALogGetTheLines() async throws {
    let words = ["export", "graphs/train", "--count", "2", "--seed", "7", "--out"]
    let piped = try await tool.under("mkfifo pipe; cat pipe & \"$@\" && wait", words: words + ["pipe"])
    #expect(piped.status == 0 && piped.output.split(separator: "\n").count == 2, "\(piped)")
    for path in ["/dev/stdout", "/dev/fd/1"] {
      let log = try await tool.under("echo before >log; \"$@\" >>log; echo after >>log; cat log", words: words + [path])
      let lines = log.output.split(separator: "\n")
      #expect(lines.count == 4 && lines.first == "before" && lines.last == "after", "\(log)")
    }
  }

  @Test func whereNothingCanBeWrittenNothingIsLeft() async throws {
    try AtomicFile.write([1], to: tool.scratch("file"))
    try AtomicFile.makeFolder(tool.scratch("folder"))
    let mends = [
      "file/x.jsonl": "a file stands where a folder must be",
      "missing/x.jsonl": "check the path",
      "folder": "a folder stands where the file must be",
    ]
    for (path, mend) in mends {
      let outcome = try await tool("export", "graphs/train", "--count", "3", "--seed", "7", "--out", path)
      #expect(outcome.status == 2 && outcome.output.isEmpty, "\(path)")
      #expect(outcome.errors.hasPrefix("error: cannot ") && outcome.errors.contains(path))
      #expect(outcome.errors.contains("To mend it: \(mend)"), "\(outcome)")
    }
    #expect(try tool.scratch.names() == ["file", "folder"])
    #expect(try AtomicFile.files(under: tool.scratch.path) == [tool.scratch("file")])
    #expect(try AtomicFile.read(tool.scratch("file")) == [1])
  }

  @Test func theExampleOfAReportIsFoundAgain() async throws {
    let words = ["export", "graphs/on-path-any-target", "--asked-by", "graphs/on-path", "--seed", "3", "--from", "812"]
    let outcome = try await tool(words + ["--count", "1", "--out", "-"])
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let question = AskedSplit(.graphs(.onPathAnyTarget), count: 1)
    let lines = GraphSplit.onPathAnyTarget.jsonLines(812..<813, seed: ReplicateSeeds(3).questions(of: question))
    #expect(outcome.output == String(decoding: lines, as: UTF8.self))
    let other = try await tool(
      "export", "graphs/train", "--asked-by", "graphs/looped-named", "--seed", "0", "--count", "1", "--out", "x")
    #expect(other.status == 0 && other.errors.isEmpty)
    let none = try await tool(
      "export", "mazes/train-3-5", "--asked-by", "graphs/on-path", "--seed", "0", "--count", "1", "--out", "y")
    #expect(none.status == 2 && none.errors.contains(#"unknown split that graphs/on-path asks "mazes/train-3-5""#))
  }
}
