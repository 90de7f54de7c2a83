import Data
import Seeds
import Testing

@Suite struct GraphExampleJSONLinesTests {
  private static let line =
    #"{"index":5,"n":4,"edges":[[1,3],[3,4],[2,4]],"target":2,"label":3,"split":"graphs/train"}"#

  /// The error of the second line of a file whose first line is right.
  private func refusal(of line: String) -> JSONLinesError? {
    do {
      _ = try GraphExample.read(jsonLines: Self.line + "\n" + line + "\n", file: "some.jsonl", split: .train)
      return nil
    } catch {
      return error
    }
  }

  @Test func everySplitComesBackFromItsLines() throws {
    for split in GraphSplit.all {
      let examples = split.examples(0..<300, seed: Seed(root: 8))
      let text = examples.map { $0.jsonLine(split: split) + "\n" }.joined()
      #expect(try GraphExample.read(jsonLines: text, file: "f", split: split) == examples)
      #expect(try GraphExample.read(jsonLines: String(text.dropLast()), file: "f", split: split) == examples)
    }
    #expect(try GraphExample.read(jsonLines: "", file: "f", split: .train).isEmpty)
  }

  @Test func theKeysHaveAFixedOrder() throws {
    let example = try GraphExample(jsonLine: Self.line, file: "f", line: 1, split: .train)
    #expect(example.jsonLine(split: .train) == Self.line)
    #expect(example.distanceToTwo == 3 && example.graph.edges.count == 3)
  }

  @Test(arguments: [
    (#""n":4"#, #""n":2"#, "n"),
    (#""n":4"#, #""n":3"#, "edges"),
    (#""n":4"#, #""n":"4""#, "n"),
    (#""n":4"#, #""n":null"#, "n"),
    (#""n":4,"#, "", "n"),
    (#""index":5"#, #""index":-5"#, "index"),
    (#""index":5"#, #""index":5.5"#, "index"),
    ("[1,3]", "[3,1]", "edges"),
    ("[1,3]", "[1,1]", "edges"),
    ("[1,3]", "[0,3]", "edges"),
    ("[1,3]", "[1,3,4]", "edges"),
    ("[1,3]", "[1]", "edges"),
    ("[1,3]", "[1,300]", "edges"),
    ("[1,3]", "[1,3],[1,3],[1,3]", "edges"),
    (#""target":2"#, #""target":3"#, "target"),
    (#""label":3"#, #""label":2"#, "label"),
    (#""split":"graphs/train""#, #""split":"graphs/fine-tune""#, "split"),
  ]) func aFaultNamesItsLineAndField(old: String, new: String, field: String) throws {
    #expect(Self.line.contains(old))
    let error = try #require(refusal(of: Self.line.replacing(old, with: new)))
    #expect(error.line == 2 && error.field == field && error.file == "some.jsonl")
    #expect(!error.problem.isEmpty && !error.mend.isEmpty)
    #expect(error.description.hasPrefix("some.jsonl:2: field \"\(field)\": "))
  }

  @Test(arguments: ["", "[]", "{", "null", "{}}", #"{"index":5"#]) func aBrokenLineIsRefused(line: String) throws {
    let error = try #require(refusal(of: line))
    #expect(error.line == 2)
  }

  @Test func aTargetOffThePathIsRefused() throws {
    let line = #"{"index":0,"n":4,"edges":[[1,2],[1,3]],"target":3,"label":1,"split":"graphs/on-path-any-target"}"#
    #expect(throws: JSONLinesError.self) { try Self.read(line) }
    let unreachable = line.replacing("[1,2]", with: "[2,4]")
    #expect(throws: JSONLinesError.self) { try Self.read(unreachable) }
    let right = line.replacing(#""target":3"#, with: #""target":2"#)
    #expect(try GraphExample(jsonLine: right, file: "f", line: 1, split: .onPathAnyTarget).label == 1)
  }

  private static func read(_ line: String) throws {
    _ = try GraphExample(jsonLine: line, file: "f", line: 1, split: .onPathAnyTarget)
  }
}
