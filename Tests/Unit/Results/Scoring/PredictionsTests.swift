import Data
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct PredictionsTests {
  private func read(
    _ text: String, of examples: Examples = .graphs(.train), from first: Int = 0, count: Int? = nil
  ) throws -> Predictions {
    try Predictions(jsonLines: Array(text.utf8), file: "p.jsonl", of: examples, from: first, count: count)
  }

  private static let mazes = Examples.mazeFields(.train3To5, unreachable: -1)

  private static func numbers(_ seed: Int, _ values: Float...) -> Predictions.Replicate {
    Predictions.Replicate(seed: seed, answers: values.map { .number($0) })
  }

  private func line(_ index: Int, _ value: String = "1.5", seed: Int? = nil) -> String {
    "{\(seed.map { "\"seed\":\($0)," } ?? "")\"index\":\(index),\"prediction\":\(value)}\n"
  }

  private func problem(_ text: String, count: Int? = nil, sourceLocation: SourceLocation = #_sourceLocation)
    -> JSONLinesError?
  {
    #expect(throws: JSONLinesError.self, sourceLocation: sourceLocation) { try read(text, count: count) }
  }

  @Test func linesComeInAnyOrder() throws {
    let one = try read(line(1, "-2") + line(0, "3") + line(2, "1e-3"), count: 3)
    #expect(one.replicates == [Self.numbers(0, 3, -2, 0.001)] && !one.areSeedsGiven && one.count == 3)
    let several = try read(line(0, "5", seed: 7) + line(1, seed: 2) + line(1, "6", seed: 7) + line(0, seed: 2))
    #expect(several.replicates == [Self.numbers(2, 1.5, 1.5), Self.numbers(7, 5, 6)])
    #expect(several.areSeedsGiven)
    // As other programs write them: no line break at the end, CRLF, spaces, the split beside it.
    let other = "{ \"prediction\": 2, \"split\": \"graphs/train\", \"index\": 0 }\r\n" + line(1).dropLast()
    #expect(try read(String(other)).replicates == [Self.numbers(0, 2, 1.5)])
  }

  @Test(arguments: [
    (#"{"index":0,"prediction":NaN}"#, "prediction"), (#"{"index":0,"prediction":-Infinity}"#, "prediction"),
    (#"{"index":0,"prediction":null}"#, "prediction"), (#"{"index":0,"prediction":"3"}"#, "prediction"),
    (#"{"index":0,"prediction":[3]}"#, "prediction"), (#"{"index":0,"prediction":1e39}"#, "prediction"),
    (#"{"index":0}"#, "prediction"), (#"{"prediction":1}"#, "index"), (#"{"index":-1,"prediction":1}"#, "index"),
    (#"{"index":0.5,"prediction":1}"#, "index"), (#"{"index":"0","prediction":1}"#, "index"),
    (#"{"index":99999999999999999999,"prediction":1}"#, "index"),
    (#"{"index":0,"prediction":1,"seed":-2}"#, "seed"), (#"{"index":0,"prediction":1,"seed":null}"#, "seed"),
    (#"{"index":0,"prediction":1,"split":"graphs/test"}"#, "split"),
    (#"{"index":0,"prediction":1,"split":3}"#, "split"),
    (#"{"index":0,"prediction":1,"answer":2}"#, "answer"),
  ])
  func aLineAtFaultIsRefusedByItsField(_ text: String, _ field: String) {
    let problem = problem(text + "\n")
    #expect(problem?.line == 1 && problem?.field == field, "\(problem as Any)")
    #expect(problem?.description.hasPrefix("p.jsonl:1: field \"\(field)\": ") == true)
    #expect(problem?.mend.isEmpty == false)
  }

  /// Only a model that answers no number is told to be trained again.
  @Test(arguments: [
    ("NaN", true), ("-Infinity", true), ("inf", true), ("null", true), ("1e39", true), (#""NaN""#, true),
    (#""-inf""#, true), (#""3.2""#, false), (#""nanoGPT""#, false), ("[3.2]", false), ("{}", false), ("true", false),
    ("nano", false), ("information", false), (#"1,"seed":NaN"#, false), (#"1,"nan":2"#, false), ("1.5.nan", false),
  ])
  func divergenceIsNotGuessed(value: String, isDivergence: Bool) {
    let problem = problem("{\"index\":0,\"prediction\":\(value)}\n")
    #expect((problem?.mend == PredictedAnswer.divergence) == isDivergence, "\(problem as Any)")
  }

  @Test func aDictionaryOfPythonIsToldSo() {
    for text in [#"{'index':0,'prediction':3.2,'model':'nanoGPT'}"#, #"{"index":0,"prediction":'nan'}"#] {
      let problem = problem(text + "\n")
      #expect(problem?.problem.contains("found single ones (in Python json.dumps writes JSON") == true)
      #expect(problem?.mend.contains("train") == false)
    }
  }

  @Test func wholeNumbersMayBeWrittenAsFloats() throws {
    let lines = [#"{"index":1.0,"prediction":4.0,"seed":2.0}"#, #"{"index":-0.0,"prediction":1,"seed":2e0}"#]
    #expect(try read(lines.joined(separator: "\n")).replicates == [Self.numbers(2, 1, 4)])
    let path = try read(#"{"index":0.0,"path":[[0.0,1.0],[-3.0,7e2]]}"# + "\n", of: Self.mazes).replicates[0].answers
    #expect(path == [.path([Cell(0, 1), Cell(-3, 700)])])
    for index in ["0.5", "1e300", "9223372036854775808.0", "-1.0"] {
      #expect(problem("{\"index\":\(index),\"prediction\":1}\n")?.field == "index", "\(index)")
    }
  }

  @Test func aMarkOfTheEncodingIsSkippedAndWhatIsNoTextIsNamed() throws {
    #expect(try read("\u{FEFF}" + line(0, "4")).replicates == [Self.numbers(0, 4)])
    for (start, word) in [([0x1F, 0x8B, 8], "gzip"), ([0xFF, 0xFE, 0x7B, 0], "UTF-16"), ([0x50, 0x4B, 3, 4], "zip")] {
      let problem = #expect(throws: JSONLinesError.self) {
        try Predictions(jsonLines: start.map { UInt8($0) } + [1, 2, 10], file: "p", of: .graphs(.train), count: nil)
      }
      #expect(problem?.line == nil && problem?.problem.contains(word) == true && problem?.mend.contains("NaN") == false)
    }
  }

  @Test func whatWasExportedFromFurtherOnIsRead() throws {
    let further = line(81, "1") + line(82, "2") + line(83, "3")
    for count in [nil, 3] {
      let read = try read(further, from: 81, count: count)
      #expect(read.replicates == [Self.numbers(0, 1, 2, 3)] && read.indices == 81..<84)
    }
    // Counted from 0 it can only mean the same.
    let counted = try read(line(0, "1") + line(1, "2"), from: 81, count: 2)
    #expect(counted.replicates == [Self.numbers(0, 1, 2)] && counted.indices == 81..<83)
    let mixed = #expect(throws: JSONLinesError.self) { try read(line(0) + line(82), from: 81, count: 2) }
    #expect(mixed?.field == "index" && mixed?.line == 2)
    // Who does not say where they begin is asked, not guessed at: somebody may count from 1.
    #expect(problem(further)?.mend == "Were they exported with --from 81? Then score them with --from 81.")
    #expect(problem(line(1) + line(2), count: 3)?.mend.contains("--from") == false)
    let outside = problem(further, count: 3)
    #expect(outside?.line == 1 && outside?.mend.contains("--from") == true)
  }

  @Test(arguments: ["", "3", "[]", "{", #"{"index":0,"prediction":1"#, "{}{}", "\u{0}", #"{"index":0,"index":0}"#])
  func whatIsNoObjectIsRefused(_ text: String) {
    let problem = problem(line(0) + text + "\n" + line(1))
    #expect(problem?.line == 2 && problem?.field == nil)
  }

  @Test func everyCutIsRefused() throws {
    let text = line(0, "0.25", seed: 1) + line(1, "0.75", seed: 1) + line(0, seed: 2) + line(1, seed: 2)
    #expect(try read(text, count: 2).replicates.count == 2)
    let lastBreak = text.utf8.count - 1
    // Whole replicates are all that can be there without anybody noticing, where their number is not asked for.
    let unnoticed = [lastBreak, line(0, "0.25", seed: 1).utf8.count + line(1, "0.75", seed: 1).utf8.count]
    for length in 0..<lastBreak where !unnoticed.flatMap({ [$0, $0 - 1] }).contains(length) {
      #expect(problem(String(text.prefix(length)), count: 2) != nil, "\(length)")
    }
  }

  @Test func whatIsDoubledMissingOrForeignIsNamed() {
    let doubled = problem(line(0) + line(1) + line(0, "2"))
    #expect(doubled?.line == 3 && doubled?.problem == "0 was answered on line 1 already.")
    let foreign = problem(line(0) + line(2), count: 2)
    #expect(foreign?.line == 2 && foreign?.problem == "2 is not among the 2 examples 0...1.")
    let hole = problem(line(0) + line(3) + line(1))
    #expect(hole?.line == nil && hole?.problem == "2 is missing: 3 predictions are there, 3 are due.")
    let short = problem(line(0) + line(1), count: 3)
    #expect(short?.description.hasPrefix("p.jsonl: field \"index\": 2 is missing: 2 predictions are there, 3") == true)
    let uneven = problem(line(0, seed: 4) + line(1, seed: 4) + line(0, seed: 5))
    #expect(uneven?.problem == "1 is missing for seed 5: 1 predictions are there, 2 are due.")
    #expect(problem("")?.problem == "it has no line.")
    #expect(problem(line(9_000_000_000_000_000_000))?.field == "index")
  }

  /// A file that was written before a split's name said its family.
  @Test func anOldSplitIsToldItsNewName() {
    let old = problem(#"{"index":0,"prediction":1,"split":"train"}"#)
    #expect(old?.problem == "\"train\" is not the split \"graphs/train\" that is scored.")
    #expect(old?.mend == "It is called graphs/train now: write that, or leave the field out.")
    let other = problem(#"{"index":0,"prediction":1,"split":"powers-train"}"#)
    #expect(other?.mend == "Score the split that was asked, or ask the model the examples of graphs/train.")
  }

  @Test func eitherEveryLineHasASeedOrNone() {
    #expect(problem(line(0, seed: 1) + line(1))?.problem == "it is missing, and line 1 has it.")
    #expect(problem(line(0) + line(1, seed: 0))?.problem == "it is there, and line 1 has none.")
  }

  @Test func pathsAreCellsInOrder() throws {
    let text =
      #"{"index":1,"path":[]}"# + "\n" + #"{"path":[[0,1],[-3,700],[0,1]],"index":0,"split":"mazes/train-3-5"}"#
    let paths = try read(text, of: Self.mazes, count: 2).replicates[0].answers
    #expect(paths == [.path([Cell(0, 1), Cell(-3, 700), Cell(0, 1)]), .path([])])
  }

  @Test(arguments: [
    #"{"index":0,"path":3}"#, #"{"index":0,"path":[3]}"#, #"{"index":0,"path":[[0]]}"#,
    #"{"index":0,"path":[[0,1,2]]}"#, #"{"index":0,"path":[[0,1.5]]}"#, #"{"index":0,"path":[[0,99999]]}"#,
    #"{"index":0,"path":null}"#, #"{"index":0}"#,
  ])
  func aPathAtFaultIsRefused(_ text: String) {
    let problem = #expect(throws: JSONLinesError.self) { try read(text, of: Self.mazes) }
    #expect(problem?.line == 1 && problem?.field == "path", "\(problem as Any)")
  }

  @Test func aFamilyIsAnsweredInItsOwnForm() {
    let number = #expect(throws: JSONLinesError.self) { try read(line(0), of: Self.mazes) }
    #expect(number?.field == "prediction" && number?.mend == "Known: index, path, seed, split, finished.")
    let path = #expect(throws: JSONLinesError.self) { try read(#"{"index":0,"path":[[0,0]]}"#) }
    #expect(path?.field == "path" && path?.mend == "Known: index, prediction, seed, split.")
  }
}
