import Testing

@testable import Bench
@testable import Judging
@testable import Storage
@testable import Training

/// More replicates than declared, or other numbers: trained, judged, and said.
@Suite struct VariationTests {
  let scratch: ScratchFolder
  let listener = RecordingListener()

  init() throws { scratch = try ScratchFolder() }

  private var lab: Lab { Lab(LabSettings(threads: 2, storeFolder: scratch("store")), listener: listener) }

  private static func experiment(replicates: Int = 3, _ provenance: Claim.Provenance = .goal("made up")) -> Experiment {
    var claim = TinyExperiment.claim(atMost: 1_000)
    claim.provenance = provenance
    return TinyExperiment.make(replicates: replicates, claims: [claim])
  }

  private func judged(_ experiment: Experiment, _ replicates: Int) async throws -> JudgedClaim {
    let varied = try experiment.varied(by: Variation(replicates: replicates, settings: []))
    return try await lab.trained(varied).judgeAll(baseline: nil)[0]
  }

  private var trained: Set<Int> { Set(listener.progress.map(\.replicate)) }

  @Test func keptReplicatesAreRecalledWhateverTheCount() async throws {
    let experiment = Self.experiment()
    let few = try await lab.trained(experiment)
    #expect(trained == [0, 1, 2])
    let before = listener.progress.count
    let judged = try await judged(experiment, 5)
    #expect(Set(listener.progress.dropFirst(before).map(\.replicate)) == [3, 4])
    #expect(judged.runs.map(\.replicate) == [0, 1, 2, 3, 4] && Array(judged.runs.prefix(3)) == few.runs)
    #expect(judged.judgement.replicates == 5 && judged.row.estimate.seeds == 5)
    #expect(!judged.row.reasons.contains { $0.contains("chose") })
    // Fewer are the first.
    let two = try await self.judged(experiment, 2)
    #expect(two.runs == Array(few.runs.prefix(2)) && two.judgement.replicates == 2)
  }

  @Test func anotherNumberIsTrainedAnew() async throws {
    let experiment = Self.experiment()
    let declared = try await lab.trained(experiment)
    let varied = try experiment.varied(by: Variation(replicates: nil, settings: ["train.rate=1e-4"]))
    let other = try await lab.trained(varied)
    #expect(zip(declared.runs, other.runs).allSatisfy { $0.fingerprint != $1.fingerprint })
    // Recalled under its own numbers, in whichever order they are said.
    let count = listener.progress.count
    #expect(try await lab.trained(varied).runs == other.runs && listener.progress.count == count)
  }

  @Test func replicatesThatChoseTheThresholdDoNotJudgeIt() async throws {
    let judged = try await judged(Self.experiment(.replicates(3...4, "Halved.")), 6)
    #expect(trained == [0, 1, 2, 3, 4, 5])
    #expect(judged.judgement.scores.map(\.seed) == [0, 1, 2, 5] && judged.judgement.replicates == 4)
    #expect(judged.row.reasons.last == "replicates 3, 4 chose its threshold, and do not judge it")
    #expect(!judged.judgement.reasons.contains(.choseTheirThreshold([3, 4])))
  }

  /// Where too few others are left the gate refuses, as ever.
  @Test func whereTooFewAreLeftTheClaimIsRefused() async throws {
    let judged = try await judged(Self.experiment(.replicates(1...4, "Halved.")), 5)
    #expect(!judged.isPassed && judged.judgement.reasons.contains(.choseTheirThreshold([1, 2, 3, 4])))
  }

  @Test func aDebtIsPaidWhereOthersCanJudge() async throws {
    let experiment = Self.experiment(.judged(0...2, "Read off."))
    let paid = try await judged(experiment, 6)
    #expect(paid.judgement.scores.map(\.seed) == [3, 4, 5] && !paid.claim.provenance.isDebt)
    #expect(paid.row.reasons.last == "replicates 0, 1, 2 chose its threshold, and do not judge it")
    #expect(paid.explanations[0].contains("replicates 0...2, which judge nothing: Read off."))
    // Two are fewer than the three that are declared.
    let owed = try await judged(experiment, 5)
    #expect(owed.judgement.scores.map(\.seed) == [0, 1, 2, 3, 4] && owed.claim.provenance.isDebt)
    #expect(owed.row.reasons.last == "its threshold was chosen after looking at replicates 0...2, which judge it")
  }

  @Test func whatComesOutAsDeclaredIsDeclared() throws {
    let experiment = Experiment.shortestPathsOnPath(.smoke)
    let same = try experiment.varied(by: Variation(replicates: experiment.replicates, settings: ["train.rate=0.001"]))
    #expect(same == experiment && same.variation == nil)
    #expect(try same.acceptedBaseline() != nil)
    for variation in [
      Variation(replicates: 6, settings: []), Variation(replicates: nil, settings: ["train.rate=2e-3"]),
    ] {
      #expect(try experiment.varied(by: variation).acceptedBaseline() == nil)
    }
  }

  @Test func whatToTypeAgainHoldsWhatWasTyped() throws {
    let experiment = Experiment.shortestPathsOnPath(.smoke)
    let varied = try experiment.varied(
      by: Variation(replicates: 6, settings: ["any-target renamed.rate=2e-3", "model.width=64"]))
    #expect(
      varied.rerunCommand(varied.claims[0])
        == "swift run genbench run graphs/on-path --profile smoke --replicates 6 "
        + "--set 'any-target renamed.rate=2e-3' --set model.width=64")
  }

  @Test func oneReplicateIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = Variation(replicates: 1, settings: []) }
  }
}
