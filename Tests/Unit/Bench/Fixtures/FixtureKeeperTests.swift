import Data
import Foundation
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

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

  static let cheap: [Fixture] = [.splits(.graphs), .splits(.mazes), .splits(.permutations), .goldenRuns]

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
    let damages = [
      (changed, "is not what comes out now"), (before + [10], "is not laid out as it would be written"),
      (Array(before.dropLast(40)), ""), ([], ""),
    ]
    for (other, what) in damages {
      try AtomicFile.write(other, to: path(fixture))
      let problems = try await keeper.problems([fixture])
      #expect(problems.count == 1 && problems[0].mend == fixture.mend)
      // What is no document says where it ends to be one.
      #expect(what.isEmpty ? problems[0].field.hasPrefix("line ") : problems[0].what == what)
      // Checking writes nothing.
      #expect(try bytes(fixture) == other)
      #expect(try await keeper.regenerate(fixture, reason: nil))
      #expect(try bytes(fixture) == before)
    }
  }

  @Test func aDifferenceIsSaidFieldByField() async throws {
    let before = String(decoding: try await madeAnew(.goldenRuns), as: UTF8.self)
    let kept = try JSONValue(parsing: Array(before.utf8))
    guard case .object(let members) = kept, case .object(let hashes)? = members["fingerprints"],
      case .string(let hash)? = hashes["golden/pre-norm-gelu"]
    else {
      Issue.record("\(before)")
      return
    }
    let other = String(repeating: "0", count: 64)
    try AtomicFile.write(Array(before.replacing(hash, with: other).utf8), to: path(.goldenRuns))
    let problem = try #require(try await keeper.problems([.goldenRuns]).first)
    #expect(
      problem.description.hasSuffix(
        """
        is not what comes out now. To mend it: \(Fixture.goldenRuns.mend)
            fingerprints["golden/pre-norm-gelu"]: 000000000000... -> \(hash.prefix(12))...
        """), "\(problem)")
  }

  @Test func eachModeWritesWhatItMay() async throws {
    let before = try await madeAnew(.splits(.graphs))
    let other = Array(String(decoding: before, as: UTF8.self).replacing("4096", with: "4095").utf8)
    for (mode, writesMissing, writesFailed) in [
      (RecordMode.never, false, false), (.missing, true, false), (.failed, true, true), (.all, true, true),
    ] {
      try AtomicFile.remove(path(.splits(.graphs)))
      #expect(try await keeper.record(.splits(.graphs), mode, reason: nil) == writesMissing)
      #expect(try AtomicFile.read(path(.splits(.graphs))) == (writesMissing ? before : nil))
      try AtomicFile.write(other, to: path(.splits(.graphs)))
      #expect(try await keeper.record(.splits(.graphs), mode, reason: nil) == writesFailed)
      #expect(try bytes(.splits(.graphs)) == (writesFailed ? before : other))
    }
    // What is as it should be is not written.
    #expect(try await !keeper.record(.splits(.graphs), .all, reason: nil))
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
    let strangers = ["old.json", "datasets/gone.json", "baselines/smoke/graphs/gone.json", "learning/.x.1.partial"]
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

  @Test func aReferenceValueThatNoScriptMakesIsFound() throws {
    try AtomicFile.write([1], to: "\(folder)/statistics/forgotten.json")
    let problems = try keeper.strangers()
    #expect(problems.map(\.file) == ["\(folder)/statistics/forgotten.json"])
    #expect(problems[0].what == "is made by no script in fixtures/reference")
    // A script that is gone leaves its values orphaned, but for wilson.json: mazes are named after Wilson too.
    try AtomicFile.remove("\(folder)/reference/statistics_scipy.py")
    #expect(try keeper.strangers().count == 1 + 6)
  }
}
