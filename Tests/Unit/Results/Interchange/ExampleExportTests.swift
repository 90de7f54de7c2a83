import Data
import Foundation
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct ExampleExportTests {
  private func bytes(_ export: ExampleExport, _ format: ExportFormat) -> [UInt8] {
    export.chunks(format).reduce(into: []) { $0 += $1 }
  }

  private func tensors(_ export: ExampleExport) throws -> Safetensors {
    try Safetensors(bytes: bytes(export, .safetensors), file: "x")
  }

  @Test(arguments: Splits.suite.all.map(\.name), ExportFormat.allCases)
  func theSameWordsGiveTheSameBytes(split: String, format: ExportFormat) throws {
    let examples = try Splits.suite.named(split)
    let first = bytes(ExampleExport(examples, count: 7, seed: 5), format)
    #expect(first == bytes(ExampleExport(examples, count: 7, seed: 5), format))
    #expect(first != bytes(ExampleExport(examples, count: 7, seed: 6), format))
  }

  @Test(arguments: GraphSplit.published.map(\.name))
  func theArraysHoldWhatTheLinesHold(name: String) throws {
    let split = try #require(GraphSplit.all.first { $0.name == name })
    let export = ExampleExport(.graphs(split), count: 101, seed: 3)
    let text = String(decoding: bytes(export, .jsonl), as: UTF8.self)
    let examples = try GraphExample.read(jsonLines: text, file: "x", split: split)
    let arrays = try tensors(export)
    let longest = split.sizes.upperBound + 1
    func column(_ name: String) throws -> [Int32] { try arrays.integers(name, shape: [101], in: 0..<1000) }
    #expect(try column("index") == examples.map { Int32($0.index) })
    #expect(try column("n") == examples.map { Int32($0.graph.vertexCount) })
    #expect(try column("target") == examples.map { Int32($0.target) })
    #expect(try column("label") == examples.map { Int32($0.label) })
    #expect(try column("length") == examples.map { Int32($0.graph.edges.count + 1) })
    let tokens = try arrays.integers("tokens", shape: [101, longest, 2], in: 0..<17)
    for (row, example) in examples.enumerated() {
      var expected: [Int32] = []
      for edge in example.graph.edges { expected += [Int32(edge.a), Int32(edge.b)] }
      expected += [Int32(example.target), 16]
      expected += [Int32](repeating: 0, count: 2 * longest - expected.count)
      #expect(Array(tokens[(row * 2 * longest)...].prefix(2 * longest)) == expected)
    }
    #expect(arrays.metadata == ["split": name, "revision": "\(split.revision)", "seed": "3", "count": "101"])
  }

  /// Where vertices are more than the token format can name, the edges stand alone.
  @Test func theArraysOfLargerGraphsHoldTheirEdges() throws {
    for split in GraphSplit.larger {
      let arrays = try tensors(ExampleExport(.graphs(split), count: 11, seed: 3))
      let examples = split.examples(0..<11, seed: ExampleExport.root(3))
      let size = split.sizes.upperBound
      let edges = try arrays.integers("edges", shape: [11, size, 2], in: 0..<65)
      #expect(arrays["tokens"] == nil)
      for (row, example) in examples.enumerated() {
        var expected = example.graph.edges.flatMap { [Int32($0.a), Int32($0.b)] }
        expected += [Int32](repeating: 0, count: 2 * size - expected.count)
        #expect(Array(edges[(row * 2 * size)...].prefix(2 * size)) == expected)
      }
    }
  }

  @Test func theArraysOfMazesHoldTheirCells() throws {
    let split = MazeSplit.train3To5
    let arrays = try tensors(ExampleExport(.mazeFields(split, unreachable: -1), count: 11, seed: 3))
    let examples = split.examples(0..<11, seed: ExampleExport.root(3))
    let openings = try arrays.integers("openings", shape: [11, 5, 5], in: 0..<16)
    let onPath = try arrays.integers("on_path", shape: [11, 5, 5], in: 0..<2)
    #expect(try arrays.integers("steps", shape: [11], in: 1..<25) == examples.map { Int32($0.solved.length) })
    for (row, example) in examples.enumerated() {
      for place in 0..<25 {
        let cell = Cell(place / 5, place % 5)
        let isInside = example.maze.contains(cell)
        #expect(openings[row * 25 + place] == (isInside ? Int32(example.maze.openings(of: cell)) : 0))
        #expect(onPath[row * 25 + place] == (example.path.contains(cell) ? 1 : 0))
      }
    }
  }

  @Test func moreBeginWithTheSame() throws {
    let few = try tensors(ExampleExport(.graphs(.train), count: 5, seed: 1))
    // Across the 4096 that are drawn at once.
    let many = try tensors(ExampleExport(.graphs(.train), count: 4099, seed: 1))
    let (some, all) = (few["tokens"]!, many["tokens"]!)
    #expect(some.shape == [5, 16, 2] && all.shape == [4099, 16, 2])
    guard case .integers(let first) = some.values, case .integers(let whole) = all.values else {
      return #expect(Bool(false), "the tokens are no whole numbers")
    }
    #expect(Array(whole.prefix(first.count)) == first)
    #expect(try many.integers("index", shape: [4099], in: 0..<4099) == Array(0..<4099))
  }

  @Test func whatAReplicateIsAskedIsFoundAgain() throws {
    let experiment = TinyExperiment.make()
    let split = TinyExperiment.split()
    let seed = ReplicateSeeds(3).questions(of: experiment.asked[0])
    let asked = try ExampleExport(askedBy: experiment, replicate: 3, of: .graphs(split), from: 4100, count: 2)
    #expect(bytes(asked, .jsonl) == split.jsonLines(4100..<4102, seed: seed))
    #expect(bytes(asked, .jsonl) != bytes(ExampleExport(.graphs(split), from: 4100, count: 2, seed: 3), .jsonl))
    #expect(
      try tensors(asked).metadata == [
        "split": "graphs/tiny", "revision": "1", "seed": "3", "count": "2", "from": "4100", "askedBy": "test/tiny",
      ])
    #expect(throws: UnknownName.self) {
      try ExampleExport(askedBy: experiment, replicate: 3, of: .graphs(.train), count: 1)
    }
  }

  @Test func aLaterPartIsAPartOfTheWhole() throws {
    let whole = String(decoding: bytes(ExampleExport(.graphs(.train), count: 9, seed: 2), .jsonl), as: UTF8.self)
    let part = String(
      decoding: bytes(ExampleExport(.graphs(.train), from: 4, count: 5, seed: 2), .jsonl), as: UTF8.self)
    #expect(whole.hasSuffix(part) && part.hasPrefix("{\"index\":4,"))
  }

  @Test func anArchiveHoldsLessThanFourGibibytes() {
    #expect(ExampleExport(.graphs(.train), count: 1, seed: 0).arrayBytes == 4 * (5 + 32))
    let most = ((1 << 32) - 1 - (1 << 16)) / 148
    #expect(ExampleExport(.graphs(.train), count: most, seed: 0).fitsIntoArchive)
    #expect(!ExampleExport(.graphs(.train), count: most + 1, seed: 0).fitsIntoArchive)
  }

  @Test func everyFamilyShowsItself() {
    #expect(Set(Splits.suite.all.map(\.name)).count == Splits.suite.all.count)
    for family in Splits.suite.samples {
      #expect(family.sampleLine.hasPrefix("{\"index\":0,") && !family.columns.isEmpty)
      #expect(family.columns.first?.name == "index")
    }
  }
}
