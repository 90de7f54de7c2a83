import Testing

@testable import Bench
@testable import Judging
@testable import Storage
@testable import Training

/// How studies stand, as `genbench list` and README say it.
@Suite struct StudyStandingTests {
  /// A claim of at most 1 and a control that must miss 0.001, by what three replicates scored.
  private func standing(_ claim: [Double], control: [Double]?) -> StudyStanding {
    let experiment = TinyExperiment.make(
      replicates: 3, claims: [TinyExperiment.claim(), TinyExperiment.claim("control", atMost: 0.001, isControl: true)])
    let scores = ["tiny": claim, "control": control].compactMap { subject, values in
      values.map { values in
        Baseline.ClaimScores(
          subject: subject, scores: values.enumerated().map { SeedScore(seed: $0.offset, score: $0.element) })
      }
    }
    let baseline = Baseline(
      id: experiment.id, claims: scores, runs: [], datasets: [], sourceHash: "0a", toolchain: "swift",
      date: "2025-01-02", reason: "made up")
    return StudyStanding(of: experiment, by: baseline)
  }

  @Test func itHoldsWhereEveryClaimHoldsAndEveryControlMisses() {
    #expect(standing([0.5, 0.51, 0.52], control: [0.5, 0.51, 0.52]) == .holds)
  }

  /// The mean is met, and the bound of its interval is not.
  @Test func whatDoesNotHoldIsNamed() {
    let missed = standing([0.5, 0.9, 1.3], control: [0.0005, 0.0005, 0.0005])
    #expect(missed == .fails(["tiny", "control"]))
    #expect("\(missed)" == "DOES NOT HOLD, by its baseline: \"tiny\", \"control\"")
    #expect(standing([0.5, 0.51, 0.52], control: [0.0005, 0.0005, 0.0005]) == .fails(["control"]))
  }

  @Test func whatIsNotRecordedIsNotJudged() {
    #expect(standing([0.5, 0.51, 0.52], control: nil) == .notRecorded)
    #expect(StudyStanding(of: TinyExperiment.make(), by: nil) == .notRecorded)
    #expect(StudyStanding(of: TinyExperiment.make(claims: []), by: nil) == .claimsNothing)
  }

  @Test func theSentenceCountsThem() {
    let all: [StudyStanding] = [.holds, .fails(["a", "b"]), .holds, .claimsNothing, .notRecorded, .notRecorded]
    #expect(
      StudyStanding.sentence(of: all)
        == "By the accepted baselines, of 6 studies 2 hold, 1 do not, 1 claims nothing and 2 are not recorded.")
    #expect(StudyStanding.sentence(of: [.holds]) == "By the accepted baselines, of 1 studies 1 hold and 0 do not.")
  }

  /// A study cannot rot unseen: where a baseline or a claim changes, README must be said anew.
  @Test func theReadmeSaysHowManyHold() throws {
    let standings = try Experiment.studies(.standard).map { try StudyStanding(of: $0, by: $0.acceptedBaseline()) }
    let readme = String(decoding: try AtomicFile.read("\(PackageFolder.path)/README.md") ?? [], as: UTF8.self)
    let words = readme.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains(StudyStanding.sentence(of: standings)))
  }
}
