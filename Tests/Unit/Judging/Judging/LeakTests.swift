import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct LeakTests {
  static let limit = LeakLimit(judged: 0.25, aboveChance: 0.125)

  static func excesses(judged: Double, asked: Double, byChance: Double?) -> [FailureReason] {
    Leak(judged: judged, asked: asked, byChance: byChance).excesses(over: limit)
  }

  @Test func eachLimitIsHeldAtItsEndAndNotBeyond() {
    #expect(Self.excesses(judged: 0.25, asked: 0.5, byChance: 0.375).isEmpty)
    #expect(Self.excesses(judged: 0.2501, asked: 0.5, byChance: 0.375) == [.leaked(share: 0.2501, limit: 0.25)])
    #expect(
      Self.excesses(judged: 0, asked: 0.51, byChance: 0.375)
        == [.repeatedTraining(share: 0.51, byChance: 0.375, limit: 0.125)])
    #expect(Self.excesses(judged: 1, asked: 1, byChance: 0).count == 2)
  }

  @Test func whatWasNotMeasuredIsNoLeakByChance() {
    #expect(Self.excesses(judged: 0, asked: 1, byChance: nil).isEmpty)
    // An empty slice has no share; the verdict says that it is empty.
    #expect(Self.excesses(judged: .nan, asked: .nan, byChance: .nan).isEmpty)
  }

  @Test func theWordsNameShareAndLimit() {
    #expect(
      FailureReason.leaked(share: 0.125, limit: 0).description
        == "a leak: training had shown 12.5 % of the judged examples, and 0 % are allowed")
    #expect(
      FailureReason.repeatedTraining(share: 0.5, byChance: 0.25, limit: 0.02).description
        == "a leak: 50 % of the questions repeat training, fresh ones 25 %: more than 2 % above chance")
  }

  @Test func sharesAreOfTheClaimsSliceWithAndWithoutTheSeen() async throws {
    // Four questions: two of them seen after both stages, and one of the fresh ones.
    let unseen = Claim(
      subject: "tiny", stage: "fine-tune", split: "graphs/tiny", slice: .unseen, metric: .squaredError,
      requirement: .atMost(1), isControl: false, testName: "Tiny/claim", provenance: .goal("made up"),
      leakLimit: .unseen)
    let experiment = TinyExperiment.make(questions: 4, replicates: 2, claims: [unseen])
    let runs = (0..<2).map { replicate in
      Run(
        replicate: replicate,
        stages: ["train", "fine-tune"].map {
          .init(name: $0, parameters: [], losses: [], predictions: [[1, 1, 1, 1]], seconds: 0)
        })
    }
    let exposure = Exposure(seen: [[[1, 0, 0, 0], [0, 1, 0, 0]]], fresh: [[[0, 0, 0, 0], [0, 0, 0, 1]]])
    let judged = experiment.judge(unseen, by: runs, exposures: [exposure, exposure], baseline: nil)
    #expect(judged.leak!.judged == 0 && judged.leak!.asked == 0.5 && judged.leak!.byChance == 0.25)
    #expect(judged.row.leakShare == 0 && judged.row.repeats?.asked == 0.5 && judged.row.repeats?.byChance == 0.25)
    #expect(judged.row.reasons.contains { $0.hasPrefix("a leak: 50 %") })
    let unmeasured = Exposure(seen: exposure.seen)
    let other = experiment.judge(unseen, by: runs, exposures: [unmeasured, exposure], baseline: nil)
    #expect(other.leak!.byChance == nil && !other.row.reasons.contains { $0.hasPrefix("a leak") })
  }

  @Test func sizesAreToldApart() {
    let experiment = TinyExperiment.make(questions: 100)
    let question = experiment.asked[0]
    let run = Run(
      replicate: 0,
      stages: ["train", "fine-tune"].map {
        .init(name: $0, parameters: [], losses: [], predictions: [Array(repeating: 1, count: 100)], seconds: 0)
      })
    func sizes(_ seed: Seed) -> [Int] {
      TinyExperiment.split().examples(0..<100, seed: seed).map(\.graph.vertexCount)
    }
    // Whatever has three vertices was asked before, and of the fresh ones whatever has four.
    let asked = sizes(ReplicateSeeds(0).questions(of: question)).map { UInt8($0 == 3 ? 1 : 0) }
    let fresh = sizes(ReplicateSeeds(0).freshQuestions(of: question)).map { UInt8($0 == 4 ? 1 : 0) }
    let none = [UInt8](repeating: 0, count: 100)
    let judged = experiment.judge(
      experiment.claims[0], by: [run], exposures: [Exposure(seen: [[none, asked]], fresh: [[fresh, none]])],
      baseline: nil)
    #expect(
      judged.leak!.sizes == [
        .init(name: "n=3", asked: 1, byChance: 0), .init(name: "n=4", asked: 0, byChance: 1),
        .init(name: "n=5", asked: 0, byChance: 0),
      ])
    #expect(judged.text.contains("n=3 100.0 % (0.0 %) · n=4 0.0 % (100.0 %)"), "\(judged.text)")
  }

  @Test func aControlHasNoLeakGate() {
    let control = TinyExperiment.claim(
      "control", atMost: 1e-9, isControl: true, leakLimit: LeakLimit(judged: 0, aboveChance: 0))
    let experiment = TinyExperiment.make(questions: 1, claims: [control])
    let run = Run(
      replicate: 0,
      stages: ["train", "fine-tune"].map {
        .init(name: $0, parameters: [], losses: [], predictions: [[1]], seconds: 0)
      })
    let judged = experiment.judge(control, by: [run], exposures: [Exposure(seen: [[[1], [1]]])], baseline: nil)
    #expect(judged.leak!.judged == 1 && !judged.row.reasons.contains { $0.hasPrefix("a leak") })
  }

  @Test func aLimitThatIsNoShareIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = LeakLimit(judged: 1.1, aboveChance: 0) }
    await #expect(processExitsWith: .failure) { _ = LeakLimit(judged: 0, aboveChance: .nan) }
  }
}
