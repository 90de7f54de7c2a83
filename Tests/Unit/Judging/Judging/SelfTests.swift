import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// The harness put to the test itself, by real trainings of a second each: what learned nothing must turn every gate red,
/// and the same training on its own labels none.
@Suite struct SelfTests {
  /// Distances to targets on the path, in graphs of 3 to 6 vertices. Trained on its own labels its bound comes out at
  /// 0.097; always d(1,2) scores 0.18, the best constant 0.29.
  static func experiment(_ labels: Labels) -> Experiment {
    var experiment = TinyExperiment.make(
      id: "test/self", steps: 300, rate: 1e-2, batch: 32, questions: 200, replicates: 5,
      claims: [
        TinyExperiment.claim("claim", atMost: 0.2, leakLimit: LeakLimit(judged: 1, aboveChance: 0.05)),
        TinyExperiment.claim("control", atMost: 0.2, isControl: true),
      ])
    let examples = Examples.graphs(TinyExperiment.split(3...6, target: .onPath(atMost: nil)))
    for stage in experiment.stages.indices {
      experiment.stages[stage].examples = examples
      experiment.stages[stage].labels = labels
    }
    experiment.asked[0].examples = examples
    return experiment
  }

  /// Trained once, whichever test asks first.
  private static let honest = Task { try await train(.asDrawn) }
  private static let shuffled = Task { try await train(.shuffled) }

  private static func train(_ labels: Labels) async throws -> TrainedExperiment {
    let scratch = try ScratchFolder()
    let lab = Lab(LabSettings(threads: 2, storeFolder: scratch("store")), listener: RecordingListener())
    return try await lab.trained(experiment(labels))
  }

  static func baseline(_ trained: TrainedExperiment) throws -> Baseline {
    trained.baseline(sources: .compiled, date: "2025-01-01", reason: "first")
  }

  /// The claim, or its control.
  static func judge(_ trained: TrainedExperiment, _ claim: Int = 0, baseline: Baseline? = nil) -> JudgedClaim {
    trained.judge(trained.experiment.claims[claim], baseline: baseline)
  }

  @Test func anHonestRunIsGreenAtEveryGate() async throws {
    let honest = try await Self.honest.value
    let judged = Self.judge(honest)
    #expect(judged.isPassed && judged.row.mark == .passed, "\(judged.text)")
    #expect(Self.judge(honest, baseline: try Self.baseline(honest)).row.mark == .sameBits)
  }

  @Test func theThresholdIsRedForShuffledLabels() async throws {
    let judged = Self.judge(try await Self.shuffled.value)
    #expect(judged.row.mark == .failed)
    #expect(judged.judgement.reasons.contains { if case .missedRequirement = $0 { true } else { false } })
  }

  @Test func everyFloorIsRedForShuffledLabels() async throws {
    let judged = Self.judge(try await Self.shuffled.value)
    let floors = judged.judgement.reasons.filter { if case .notAboveFloor = $0 { true } else { false } }
    #expect(floors.count == 2, "\(judged.text)")
  }

  @Test func theBaselineIsNotEqualledByShuffledLabelsAndIsARegression() async throws {
    let baseline = try Self.baseline(await Self.honest.value)
    let judged = Self.judge(try await Self.shuffled.value, baseline: baseline)
    guard case .paired(_, let paired, _) = judged.baseline else {
      Issue.record("compared as \(judged.baseline)")
      return
    }
    #expect(judged.row.mark == .newlyFailing)
    #expect(judged.row.reasons.contains(FailureReason.regressed.description))
    // What is seen is well beyond what would have been missed.
    #expect(paired.interval.lower > 0 && paired.interval.estimate > paired.minimumDetectableEffect)
    #expect(judged.text.contains("detectable >= "))
  }

  @Test func oneBitIsEnoughNotToBeEqual() async throws {
    let honest = try await Self.honest.value
    let baseline = try Self.baseline(honest)
    var runs = honest.runs
    runs[4].stages[0].losses[17] = runs[4].stages[0].losses[17].nextUp
    let judged = honest.experiment.judge(
      honest.experiment.claims[0], by: runs, exposures: honest.exposures, baseline: baseline)
    #expect(judged.row.mark == .withinNoise)
  }

  @Test func aControlThatPassesIsRedAndOneThatLearnedNothingIsGreen() async throws {
    let judged = Self.judge(try await Self.honest.value, 1)
    #expect(judged.row.mark == .failed)
    #expect(judged.judgement.reasons.contains { if case .controlMetRequirement = $0 { true } else { false } })
    #expect(Self.judge(try await Self.shuffled.value, 1).row.mark == .passed)
  }

  @Test func aLeakMadeOnPurposeIsRed() async throws {
    // Graphs of 3 to 6 vertices are few: nearly all that is asked was trained on. A limit of half of them is exceeded.
    let honest = try await Self.honest.value
    let strict = TinyExperiment.claim("claim", atMost: 0.2, leakLimit: LeakLimit(judged: 0.5, aboveChance: 0.05))
    let judged = honest.judge(strict, baseline: nil)
    #expect(judged.row.mark == .failed && judged.judgement.verdict == .passed)
    #expect(judged.row.reasons.count == 1 && judged.row.reasons[0].hasPrefix("a leak: training had shown 9"))
  }

  @Test func questionsTakenFromTrainingAreRed() async throws {
    // Graphs of 9 and 10 vertices are many: chance repeats a few. Then all of them, as if training's seed had drawn them.
    var experiment = TinyExperiment.make(
      steps: 40, questions: 150, replicates: 2,
      claims: [TinyExperiment.claim(atMost: 1_000, leakLimit: LeakLimit(judged: 1, aboveChance: 0.1))])
    for stage in experiment.stages.indices {
      experiment.stages[stage].examples = .graphs(TinyExperiment.split(9...10, named: "train"))
    }
    experiment.asked[0].examples = .graphs(TinyExperiment.split(9...10))
    let scratch = try ScratchFolder()
    let lab = Lab(LabSettings(threads: 2, storeFolder: scratch("store")), listener: RecordingListener())
    let trained = try await lab.trained(experiment)
    let clean = trained.judge(experiment.claims[0], baseline: nil)
    #expect(!clean.row.reasons.contains { $0.hasPrefix("a leak") })
    #expect(clean.leak!.asked < 0.8 && (clean.leak!.asked - clean.leak!.byChance!).magnitude < 0.1)

    let taken = trained.exposures.map { exposure in
      Exposure(seen: exposure.seen.map { $0.map { $0.map { _ in 1 } } }, fresh: exposure.fresh)
    }
    let leaking = experiment.judge(experiment.claims[0], by: trained.runs, exposures: taken, baseline: nil)
    #expect(leaking.row.mark == .failed && leaking.leak!.asked == 1 && leaking.leak!.byChance == clean.leak!.byChance)
    #expect(leaking.row.reasons.contains { $0.hasPrefix("a leak: 100 % of the questions repeat training, fresh ones") })
  }

  @Test func toAcceptShuffledLabelsAReasonIsNeeded() async throws {
    let (honest, shuffled) = (try await Self.honest.value, try await Self.shuffled.value)
    let (kept, new) = (try Self.baseline(honest), try Self.baseline(shuffled))
    let loosening = try #require(honest.experiment.loosening(from: kept, to: new))
    #expect(loosening.field == "claims[\"claim\"]" && loosening.what.hasPrefix("gets worse, from 0.0"))
    #expect(honest.experiment.loosening(from: new, to: kept) == nil)
  }
}
