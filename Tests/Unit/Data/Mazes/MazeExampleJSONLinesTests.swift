import Data
import Seeds
import Testing

@Suite struct MazeExampleJSONLinesTests {
  private static let split = MazeSplit(
    name: "lines", revision: 1, sizes: 2...2, columns: 3...3, generator: .depthFirst, portion: .everything,
    endpoints: .init(origin: .deadEnds, target: .any), distances: 2...3, pathLengths: 2...4, label: .canonical)

  /// The worked maze; a path of four steps from a dead end.
  private static let example = MazeExample(
    index: 5,
    solved: SolvedMaze(
      maze: MazeTests.worked, origin: Cell(1, 0), target: Cell(1, 2),
      path: [Cell(1, 0), Cell(0, 0), Cell(0, 1), Cell(0, 2), Cell(1, 2)]))

  private static let line = {
    var random = Seed(root: 34).generator()
    return example.jsonLine(split: split, using: &random)
  }()

  private static func read(_ line: String) throws -> MazeExample {
    try MazeExample(jsonLine: line, file: "some.jsonl", line: 2, split: split)
  }

  @Test func theKeysHaveAFixedOrder() throws {
    let head =
      #"{"index":5,"rows":2,"cols":3,"connections":[[[1,0,1],[0,0,0]],[[1,1,0],[0,1,0]]],"origin":[1,0],"#
      + #""target":[1,2],"path":[[1,0],[0,0],[0,1],[0,2],[1,2]],"tokens":["<ADJLIST_START>","#
    #expect(Self.line.hasPrefix(head) && Self.line.hasSuffix(#""<PATH_END>"],"split":"mazes/lines"}"#))
    #expect(try Self.read(Self.line) == Self.example)
  }

  @Test func everySplitComesBackFromItsLines() throws {
    for split in MazeSplit.all {
      let examples = split.examples(0..<(split.sizes.upperBound > 10 ? 5 : 60), seed: Seed(root: 35))
      let text = examples.map { example in
        var random = Seed(root: 36).generator(at: example.index)
        return example.jsonLine(split: split, using: &random) + "\n"
      }.joined()
      #expect(try MazeExample.read(jsonLines: text, file: "f", split: split) == examples)
      #expect(try MazeExample.read(jsonLines: String(text.dropLast()), file: "f", split: split) == examples)
    }
    #expect(try MazeExample.read(jsonLines: "", file: "f", split: .train4).isEmpty)
  }

  @Test(arguments: [
    (#""index":5"#, #""index":-5"#, "index"), (#""index":5"#, #""index":5.5"#, "index"),
    (#""rows":2"#, #""rows":3"#, "rows"), (#""rows":2,"#, "", "rows"), (#""cols":3"#, #""cols":"3""#, "cols"),
    (#""cols":3"#, #""cols":2"#, "cols"), ("[1,0,1]", "[1,0]", "connections"), ("[1,0,1]", "[1,0,2]", "connections"),
    ("[0,0,0]", "[0,1,0]", "connections"), ("[1,1,0]", "[1,1,1]", "connections"),
    (#""origin":[1,0]"#, #""origin":[2,0]"#, "origin"), (#""origin":[1,0]"#, #""origin":[1]"#, "origin"),
    (#""origin":[1,0]"#, #""origin":[0,0]"#, "path"), (#""target":[1,2]"#, #""target":[0,2]"#, "path"),
    (#""target":[1,2]"#, #""target":[1,0]"#, "target"), ("[0,1],[0,2]", "[0,2]", "path"),
    ("[0,1],[0,2]", "[0,1],[0,0],[0,1],[0,2]", "path"), ("[0,1],[0,2]", "[0,1],[0,9]", "path"),
    ("(0,1)", "(0,2)", "tokens"), ("<-->", "<->", "tokens"), (#""mazes/lines""#, #""mazes/other""#, "split"),
  ]) func aFaultNamesItsLineAndField(old: String, new: String, field: String) throws {
    #expect(Self.line.contains(old))
    let damaged = Self.line.replacing(old, with: new, maxReplacements: 1)
    let error = try #require(#expect(throws: JSONLinesError.self) { _ = try Self.read(damaged) })
    #expect(error.line == 2 && error.field == field && error.file == "some.jsonl", "\(error)")
    #expect(!error.problem.isEmpty && !error.mend.isEmpty)
  }

  @Test(arguments: ["", "[]", "{", "null", "{}}", #"{"index":5"#]) func aBrokenLineIsRefused(line: String) {
    #expect(throws: JSONLinesError.self) { _ = try Self.read(line) }
  }
}
