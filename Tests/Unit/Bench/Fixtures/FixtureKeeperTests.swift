import Data
import Foundation
import Testing

@testable import Bench

/// On a copy of the fixtures.
@Suite struct FixtureKeeperTests {
  let scratch: ScratchFolder
  let folder: String
  let keeper: FixtureKeeper

  init() throws {
    scratch = try ScratchFolder()
    folder = scratch("fixtures")
    try FileManager.default.copyItem(atPath: PackageFolder.fixtures, toPath: folder)
    let lab = Lab(LabSettings(threads: 2, storeFolder: scratch("store")), listener: RecordingListener())
    keeper = FixtureKeeper(lab, folder: folder, date: "2025-01-02")
  }

  func path(_ fixture: Fixture) -> String { "\(folder)/\(fixture.name).json" }

  func bytes(_ fixture: Fixture) throws -> [UInt8] { try #require(try AtomicFile.read(path(fixture))) }

  /// What the file holds when it is in order, whatever the package's own one holds.
  func madeAnew(_ fixture: Fixture) async throws -> [UInt8] {
    _ = try await keeper.regenerate(fixture, reason: nil)
    return try bytes(fixture)
  }

  static let cheap: [Fixture] = [.graphSplits, .goldenRuns]

  @Test func thePackagesOwnFixturesAreInOrder() async throws {
    let problems = try await keeper.problems(Self.cheap)
    #expect(problems.isEmpty, "\(problems)")
    let strangers = try keeper.strangers()
    #expect(strangers.isEmpty, "\(strangers)")
  }

  @Test(arguments: cheap)
  func oneThatIsMissingIsReportedAndMadeAnew(fixture: Fixture) async throws {
    let before = try await madeAnew(fixture)
    try AtomicFile.remove(path(fixture))
    let problems = try await keeper.problems([fixture])
    #expect(problems == [.init(file: path(fixture), field: "", what: "is missing", mend: fixture.mend)])
    #expect(try AtomicFile.read(path(fixture)) == nil)
    #expect(try await keeper.regenerate(fixture, reason: nil))
    #expect(try bytes(fixture) == before)
    #expect(try await !keeper.regenerate(fixture, reason: nil))
    #expect(try await keeper.problems([fixture]).isEmpty)
  }

  @Test(arguments: cheap)
  func oneThatIsChangedOrCutIsReportedAndMadeAnew(fixture: Fixture) async throws {
    let before = try await madeAnew(fixture)
    let digit = try #require(before.lastIndex { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    var changed = before
    changed[digit] = changed[digit] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
    for other in [changed, Array(before.dropLast(40)), [], before + [10]] {
      try AtomicFile.write(other, to: path(fixture))
      let problems = try await keeper.problems([fixture])
      #expect(problems.map(\.what) == ["is not what comes out now"] && problems[0].mend == fixture.mend)
      // Checking writes nothing.
      #expect(try bytes(fixture) == other)
      #expect(try await keeper.regenerate(fixture, reason: nil))
      #expect(try bytes(fixture) == before)
    }
  }

  @Test(arguments: [Fixture.goldenRuns, .baseline(experiment: "graphs/on-path", .standard)])
  func oneThatIsCutIsNoFixtureAtAll(fixture: Fixture) throws {
    let whole = try bytes(fixture)
    try keeper.requireReadable([fixture])
    try AtomicFile.write(Array(whole.dropLast(40)), to: path(fixture))
    let problem = #expect(throws: FixtureProblem.self) { try keeper.requireReadable([fixture]) }
    #expect(problem?.file == path(fixture) && problem?.mend == fixture.mend)
  }

  @Test func filesThatBelongToNothingAreFound() throws {
    let strangers = ["old.json", "datasets/mazes.json", "baselines/smoke/graphs/gone.json", "learning/.x.1.partial"]
    for name in strangers {
      try AtomicFile.makeFolder(AtomicFile.split("\(folder)/\(name)").folder)
      try AtomicFile.write([1], to: "\(folder)/\(name)")
    }
    let problems = try keeper.strangers()
    #expect(Set(problems.map(\.file)) == Set(strangers.map { "\(folder)/\($0)" }))
    #expect(problems.allSatisfy { $0.mend == "git rm '\($0.file)'" })
  }

  @Test func aFolderThatOthersFillIsMissed() throws {
    try FileManager.default.removeItem(atPath: "\(folder)/statistics")
    let problems = try keeper.strangers()
    #expect(problems.map(\.file) == ["\(folder)/statistics"])
    #expect(problems[0].mend == "python fixtures/reference/statistics_scipy.py")
  }
}
