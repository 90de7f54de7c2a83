import Judging
import Results
import Storage
import Testing

@testable import Bench

/// What is asked for on a command line is refused before anything trains, never by a trap.
struct AllocationRequestTests {
  @Test func splitsThatTheNetworkReadsAreSetsBesideWhatItLearnedFrom() throws {
    let request = try Self.request("powers/squaring", ["powers/size-32", "powers/held-out-exponent"])
    #expect(request.watch.sets.map(\.name) == ["learned from", "powers/size-32", "powers/held-out-exponent"])
    #expect(request.watch.sets.map(\.count) == [7, 7, 7])
  }

  /// Each by another limit: bits of a tape, numbers of vertices, sizes of a search, names of cells, tokens of cells, a family.
  @Test(arguments: [
    ("powers/squaring", "powers/depth-4"), ("graphs/on-path", "graphs/any-target-64"),
    ("graphs/handmade-8", "graphs/train"), ("mazes/other-sizes-named", "mazes/size-up-10"),
    ("mazes/tokens-path-absolute-one", "mazes/size-up-30"), ("mazes/moves", "graphs/train"),
  ])
  func aSplitThatTheNetworkCannotReadIsRefused(id: String, split: String) throws {
    #expect { try Self.request(id, [split]) } throws: { problem in
      (problem as? SettingProblem)?.name == "--set" && (problem as? SettingProblem)?.value == split
    }
  }

  @Test func aSplitIsNamedOnce() {
    #expect(throws: SettingProblem.self) { try Self.request("graphs/on-path", ["graphs/train", "graphs/train"]) }
  }

  /// Nothing that can be named traps, and most of a family is read.
  @Test(arguments: ["graphs/looped", "mazes/other-sizes", "mazes/tokens-path-rotary-three", "powers/squaring"])
  func everySplitIsReadOrRefused(id: String) {
    var read: [String] = []
    for split in Splits.suite.names {
      do { _ = try Self.request(id, [split]) } catch { continue }
      read.append(split)
    }
    let family = id.split(separator: "/")[0]
    #expect(read.count >= 5 && read.allSatisfy { $0.hasPrefix("\(family)/") })
  }

  private static func request(_ id: String, _ splits: [String]) throws -> AllocationRequest {
    try AllocationRequest(
      Experiment.named(id, .smoke), stage: nil, splits: splits, count: 7, chord: 1)
  }
}
