import Foundation
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct BaselineTests {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  static let baseline = Baseline(
    id: "graphs/on-path",
    claims: [
      .init(
        subject: "small-target n=8...15",
        scores: [SeedScore(seed: 10, score: 0.3), SeedScore(seed: 2, score: 0.1)]),
      .init(subject: "any-target", scores: [SeedScore(seed: 0, score: 1)]),
    ],
    runs: [.init(seed: 10, fingerprint: "ab01"), .init(seed: 2, fingerprint: "00ff")],
    datasets: [.init(name: "on-path", fingerprint: "77"), .init(name: "fine-tune", fingerprint: "66")],
    sourceHash: "5ca1ab1e", toolchain: "Swift 6.3.1", date: "2025-03-31", reason: "The first run.")

  static let text = """
    {
      "about": {
        "date": "2025-03-31",
        "reason": "The first run.",
        "sourceHash": "5ca1ab1e",
        "toolchain": "Swift 6.3.1",
        "writer": "genbench fixtures"
      },
      "claims": {
        "any-target": {
          "interval": { "count": 1, "estimate": 1.0, "level": 0.95, "lower": null, "upper": null },
          "scores": [
            { "score": 1.0, "seed": 0 }
          ]
        },
        "small-target n=8...15": {
          "interval": {
            "count": 2,
            "estimate": 0.2,
            "level": 0.95,
            "lower": -1.070620473617469,
            "upper": 1.4706204736174688
          },
          "scores": [
            { "score": 0.1, "seed": 2 },
            { "score": 0.3, "seed": 10 }
          ]
        }
      },
      "datasets": { "fine-tune": "66", "on-path": "77" },
      "id": "graphs/on-path",
      "runs": [
        { "fingerprint": "00ff", "seed": 2 },
        { "fingerprint": "ab01", "seed": 10 }
      ]
    }

    """

  func load(_ text: String) throws -> Baseline? {
    try AtomicFile.makeFolder(scratch("graphs"))
    try AtomicFile.write(Array(text.utf8), to: scratch("graphs/on-path.json"))
    return try Baseline.load("graphs/on-path", in: scratch.path)
  }

  @Test func itsTextIsStable() { #expect(Self.baseline.json.text == Self.text) }

  @Test func whatIsSavedIsLoaded() throws {
    try Self.baseline.save(in: scratch.path)
    let loaded = try Baseline.require("graphs/on-path", in: scratch.path)
    #expect(loaded == Self.baseline)
    #expect(loaded.scores(of: "any-target")?.interval.estimate == 1 && loaded.scores(of: "other") == nil)
    #expect(loaded.run(seed: 10)?.fingerprint == "ab01" && loaded.run(seed: 3) == nil)
  }

  @Test func aMissingBaselineIsNilOrAProblemThatSaysHowToRecordIt() throws {
    #expect(try Baseline.load("graphs/on-path", in: scratch.path) == nil)
    let problem = #expect(throws: FixtureProblem.self) { try Baseline.require("graphs/on-path", in: scratch.path) }
    #expect(problem?.description.contains(Baseline.mend("graphs/on-path", in: scratch.path)) == true)
  }

  @Test func aFileCutAnywhereIsRefused() throws {
    let bytes = Array(Self.text.utf8)
    for length in 0..<bytes.count - 1 {
      #expect(throws: FixtureProblem.self, "\(length) bytes") {
        try Baseline(FixtureReader(Array(bytes[..<length]), file: "f", mend: "m"))
      }
    }
  }

  @Test func aFlippedBitNeverChangesAScoreUnseen() {
    let bytes = Array(Self.text.utf8)
    for bit in 0..<bytes.count * 8 {
      var flipped = bytes
      flipped[bit / 8] ^= 1 << (bit % 8)
      // Words, names, seeds and fingerprints may change and still be a baseline; a score may not.
      guard let baseline = try? Baseline(FixtureReader(flipped, file: "f", mend: "m")) else { continue }
      #expect(baseline.claims.flatMap(\.scores.values).sorted() == [0.1, 0.3, 1])
    }
  }

  @Test(arguments: [
    (#""id": "graphs/on-path","#, "", "", "the field \"id\" is missing"),
    (#""id": "graphs/on-path","#, #""id": "graphs/on-path", "note": 1,"#, "", "the field \"note\" is unknown"),
    (#""id": "graphs/on-path","#, #""id": "mazes","#, "id", "another experiment's"),
    (#""id": "graphs/on-path","#, #""id": "../on-path","#, "id", "is no experiment id"),
    (
      #""seed": 2 },"#, #""seed": 2.5 },"#, #"claims["small-target n=8...15"].scores[0].seed"#,
      "expected a whole number"
    ),
    (#""seed": 10 }"#, #""seed": 2 }"#, #"claims["small-target n=8...15"].scores[1]"#, "seed 2 is there twice"),
    (#""score": 0.1,"#, #""score": 0.2,"#, #"claims["small-target n=8...15"].interval"#, "does not follow"),
    (#""score": 0.1,"#, #""score": null,"#, #"claims["small-target n=8...15"].scores[0].score"#, "expected a number"),
    (#""upper": null"#, #""upper": 2.0"#, #"claims["any-target"].interval"#, "does not follow"),
    (#""reason": "The first run.""#, #""reason": """#, "about.reason", "is empty"),
    (#""date": "2025-03-31""#, #""date": "31.3.2025""#, "about.date", "is no day"),
    (#""fingerprint": "00ff""#, #""fingerprint": "00FF""#, "runs[0].fingerprint", "is no lowercase hexadecimal"),
    (#""writer": "genbench fixtures""#, #""writer": "me""#, "about.writer", "expected \"genbench fixtures\""),
    (#""scores": ["#, #""scores": [], "scores": ["#, "line 12, column 21", "is there twice"),
  ])
  func whatIsNotABaselineIsRefusedByField(old: String, new: String, field: String, what: String) throws {
    let range = try #require(Self.text.firstRange(of: old))
    let problem = #expect(throws: FixtureProblem.self) { try load(Self.text.replacingCharacters(in: range, with: new)) }
    #expect(problem?.file == scratch("graphs/on-path.json"))
    #expect(problem?.field == field)
    #expect(problem?.what.contains(what) == true, "\(problem?.what ?? "")")
    let folder = URL(filePath: scratch.path).lastPathComponent
    #expect(problem?.mend == "swift run genbench fixtures regenerate baselines/\(folder)/graphs/on-path")
  }

  static let share = Baseline(
    id: "graphs/on-path",
    claims: [
      .init(
        subject: "share",
        scores: [SeedScore(seed: 0, score: 1, examples: 64), SeedScore(seed: 1, score: 1, examples: 32)],
        floors: ["random walk": 0.405])
    ],
    runs: [], datasets: [], sourceHash: "5ca1ab1e", toolchain: "Swift 6.3.1", date: "2025-03-31", reason: "Made up.")

  @Test func examplesAndFloorsAreKept() throws {
    try Self.share.save(in: scratch.path)
    let loaded = try Baseline.require("graphs/on-path", in: scratch.path)
    #expect(loaded == Self.share && loaded.claims[0].floors == ["random walk": 0.405])
    #expect(loaded.claims[0].interval.lower < 1 && loaded.claims[0].scores.map(\.examples) == [64, 32])
  }

  @Test(arguments: [
    (#""examples": 64"#, #""examples": 0"#, "is no share of 0 examples"),
    (#""examples": 64"#, #""examples": 6.4"#, "expected a whole number"),
    (#""examples": 64"#, #""example": 64"#, "the field \"example\" is unknown"),
    (#""examples": 64"#, #""examples": 63"#, "does not follow from the scores"),
    (#""random walk": 0.405"#, #""random walk": "0.4""#, "expected a number"),
  ])
  func sharesThatCannotBeAreRefused(old: String, new: String, what: String) throws {
    let text = Self.share.json.text
    let range = try #require(text.firstRange(of: old))
    let problem = #expect(throws: FixtureProblem.self) { try load(text.replacingCharacters(in: range, with: new)) }
    #expect(problem?.what.contains(what) == true, "\(problem?.what ?? "")")
  }

  @Test func acceptedScoresAreJudgedByTheirFloorsToo() {
    let scores = (0..<5).map { SeedScore(seed: $0, score: 0.27 + 0.005 * Double($0), examples: 512) }
    let claim = Scored.claim(.exactMatch, .atLeast(0.15))
    let above = Baseline.ClaimScores(subject: "made up", scores: scores, floors: ["random walk": 0.2])
    let below = Baseline.ClaimScores(subject: "made up", scores: scores, floors: ["random walk": 0.405])
    #expect(Verdict(judging: claim, accepted: above, replicates: 5).isPassed)
    let reasons = Verdict(judging: claim, accepted: below, replicates: 5).reasons
    #expect(reasons.count == 1 && reasons[0].description.contains("random walk"))
  }

  @Test(arguments: Profile.allCases)
  func theMendNamesAFixtureThereIs(profile: Profile) throws {
    let mend = Baseline.mend("graphs/on-path", in: Baseline.folder(profile))
    let name = try #require(mend.split(separator: " ").last)
    #expect(try Fixture.named(String(name)) == .baseline(experiment: "graphs/on-path", profile))
  }

  @Test func whatMustNotBeAcceptedIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) {
      _ = Baseline.ClaimScores(subject: "s", scores: [SeedScore(seed: 0, score: .nan)])
    }
    await #expect(processExitsWith: .failure) { _ = Baseline.ClaimScores(subject: "s", scores: []) }
    await #expect(processExitsWith: .failure) { _ = Baseline.path(of: "../x", in: "fixtures") }
    await #expect(processExitsWith: .failure) {
      _ = Baseline(
        id: "a", claims: [], runs: [], datasets: [], sourceHash: "00", toolchain: "t", date: "2025-01-01", reason: "")
    }
  }
}
