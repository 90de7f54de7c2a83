import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct ShardTests {
  /// By Python's hashlib: int(sha256(id).hexdigest()[:16], 16) % count + 1.
  @Test(arguments: [
    ("graphs/on-path", [1, 1, 3, 1, 4, 3, 4, 5]), ("graphs/from-scratch", [1, 2, 1, 4, 1, 4, 3, 4]),
    ("x", [1, 1, 1, 1, 2, 1, 2, 5]),
  ])
  func theHomeOfAnExperimentIsItsHash(id: String, numbers: [Int]) {
    for (place, number) in numbers.enumerated() {
      #expect(Shard.home(of: id, among: place + 1) == Shard(number, of: place + 1))
    }
  }

  @Test func everyExperimentBelongsToExactlyOneShard() {
    let ids = Experiment.all(.smoke).map(\.id) + (0..<100).map { "family/\($0)" }
    for count in 1...7 {
      let shards = (1...count).map { Shard($0, of: count) }
      for id in ids { #expect(shards.count { $0.contains(id) } == 1) }
      #expect(shards.allSatisfy { shard in ids.contains(where: shard.contains) })
    }
  }

  @Test func whatBelongsElsewhereSaysWhere() {
    let home = Shard.home(of: "x", among: 5)
    #expect(home.reasonToSkip("x") == nil)
    let other = Shard(home.number % 5 + 1, of: 5)
    #expect(other.reasonToSkip("x") == "skipped: x belongs to shard \(home), this is shard \(other)")
  }

  @Test func aShardIsReadAsItIsPrinted() throws {
    #expect(try Shard(parsing: "3/7", name: "--shard").description == "3/7")
    #expect(try Shard.fromEnvironment(["GENBENCH_SHARD": "1/1"]) == Shard(1, of: 1))
    #expect(try Shard.fromEnvironment([:]) == nil && Shard.fromEnvironment(["GENBENCH_SHARD": ""]) == nil)
  }

  @Test(arguments: ["", "1", "/", "1/", "/2", "0/2", "3/2", "-1/2", "1/0", "1/2/3", "a/b", "1/1025", " 1/2"])
  func whatIsNoShardIsRefused(text: String) {
    #expect(throws: SettingProblem.self) { try Shard(parsing: text, name: "--shard") }
  }
}
