import Data
import Seeds
import Testing

@Suite struct PowerExampleJSONLinesTests {
  private static let split = PowerSplit(
    name: "lines", revision: 1, sizes: 3...4, format: PowerFormat(alphabet: 6, exponentBits: 4), depths: 2...3,
    exponents: .except([6]), permutations: .all, cycleTypes: .all, novelty: .any, questions: .fixed(2))
  private static let line =
    #"{"index":5,"n":3,"facts":[[0,5],[5,1],[1,0]],"questions":[[0,5],[1,2]],"answers":[1,5],"split":"powers/lines"}"#

  private func refusal(of line: String, split: PowerSplit) -> JSONLinesError? {
    do {
      _ = try PowerExample(jsonLine: line, file: "f", line: 1, split: split)
      return nil
    } catch {
      return error
    }
  }

  /// The error of the second line of a file whose first line is right.
  private func refusal(of line: String) -> JSONLinesError? {
    do {
      _ = try PowerExample.read(jsonLines: Self.line + "\n" + line + "\n", file: "some.jsonl", split: Self.split)
      return nil
    } catch {
      return error
    }
  }

  @Test func everySplitComesBackFromItsLines() throws {
    for split in PowerSplit.all {
      let examples = split.examples(0..<100, seed: Seed(root: 8))
      let text = examples.map { $0.jsonLine(split: split) + "\n" }.joined()
      #expect(try PowerExample.read(jsonLines: text, file: "f", split: split) == examples)
      #expect(try PowerExample.read(jsonLines: String(text.dropLast()), file: "f", split: split) == examples)
    }
    #expect(try PowerExample.read(jsonLines: "", file: "f", split: .train).isEmpty)
  }

  @Test func theKeysHaveAFixedOrder() throws {
    let example = try PowerExample(jsonLine: Self.line, file: "f", line: 1, split: Self.split)
    #expect(example.jsonLine(split: Self.split) == Self.line)
    #expect(example.context.permutation.order == 3 && example.answers == [.element(1), .element(5)])
  }

  @Test(arguments: [
    (#""n":3"#, #""n":2"#, "n"),
    (#""n":3"#, #""n":4"#, "facts"),
    (#""n":3"#, #""n":"3""#, "n"),
    (#""n":3,"#, "", "n"),
    (#""index":5"#, #""index":-5"#, "index"),
    (#""index":5"#, #""index":5.5"#, "index"),
    ("[5,1]", "[5,5]", "facts"),
    ("[5,1]", "[5,2]", "facts"),
    ("[5,1]", "[5,6]", "facts"),
    ("[5,1]", "[0,1]", "facts"),
    ("[5,1]", "[5]", "facts"),
    ("[5,1]", "[5,-1]", "facts"),
    ("[[0,5],[1,2]]", "[[0,5]]", "questions"),
    ("[[0,5],[1,2]]", "[[0,5],[1]]", "questions"),
    ("[1,2]", "[1,1]", "questions"),
    ("[1,2]", "[1,8]", "questions"),
    ("[1,2]", "[1,6]", "questions"),
    ("[1,2]", "[1,-3]", "questions"),
    ("[1,2]", "[2,2]", "questions"),
    ("[1,5]", "[1,0]", "answers"),
    ("[1,5]", "[1]", "answers"),
    (#""split":"powers/lines""#, #""split":"powers/train""#, "split"),
  ]) func aFaultNamesItsLineAndField(old: String, new: String, field: String) throws {
    #expect(Self.line.contains(old))
    let error = try #require(refusal(of: Self.line.replacing(old, with: new)))
    #expect(error.line == 2 && error.field == field && error.file == "some.jsonl")
    #expect(!error.problem.isEmpty && !error.mend.isEmpty)
  }

  @Test(arguments: ["", "[]", "{", "null", "{}}", #"{"index":5"#]) func aBrokenLineIsRefused(line: String) throws {
    #expect(try #require(refusal(of: line)).line == 2)
  }

  /// What another part of the same sizes holds is no example of this one.
  @Test func examplesOfTheOtherPartAreRefused() {
    for (of, to) in [
      (PowerSplit.heldOutPermutations, PowerSplit.heldOutCycleTypes),
      (.heldOutCycleTypes, .heldOutPermutations), (.depth4, .newDepth4),
    ] {
      let lines = of.examples(0..<200, seed: Seed(root: 9)).map {
        $0.jsonLine(split: of).replacing("\"\(of.name)\"", with: "\"\(to.name)\"")
      }
      let errors = lines.compactMap { refusal(of: $0, split: to) }
      #expect(errors.allSatisfy { $0.field == "facts" || $0.field == "n" })
      #expect(of == .depth4 ? errors.count > 100 : errors.count == 200)
    }
  }
}
