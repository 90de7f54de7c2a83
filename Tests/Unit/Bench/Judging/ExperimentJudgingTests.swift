import Data
import Testing

@testable import Bench

/// From real, tiny trainings to verdicts.
@Suite struct ExperimentJudgingTests {
  /// Enough training that distances to targets on the path are answered better than by any trivial predictor: the bound
  /// comes out at 0.097, always d(1,2) at 0.18, the best constant at 0.29, and shuffled answers far above.
  static let experiment = {
    var experiment = TinyExperiment.make(
      id: "test/gate", steps: 300, rate: 1e-2, batch: 32, questions: 200, replicates: 5,
      claims: [TinyExperiment.claim(atMost: 0.2), TinyExperiment.claim("control", atMost: 0.2, isControl: true)])
    let examples = Examples.graphs(TinyExperiment.split(3...6, target: .onPath(atMost: nil)))
    experiment.stages[0].examples = examples
    experiment.stages[1].examples = examples
    experiment.questions[0].examples = examples
    return experiment
  }()

  static func runs(_ experiment: Experiment) async throws -> [Run] {
    let scratch = try ScratchFolder()
    let lab = Lab(LabSettings(threads: 2, storeFolder: scratch("store")), listener: RecordingListener())
    return try await lab.runs(of: experiment)
  }

  /// The same answers, dealt out to the wrong questions: what a model trained on shuffled labels would show.
  static func shuffled(_ runs: [Run]) -> [Run] {
    runs.map { run in
      var shuffled = run
      var generator = SplitMix(UInt64(run.replicate))
      for stage in run.stages.indices {
        for question in run.stages[stage].predictions.indices {
          shuffled.stages[stage].predictions[question].shuffle(using: &generator)
        }
      }
      return shuffled
    }
  }

  static let unseen = Exposure(seen: [[Array(repeating: 0, count: 200), Array(repeating: 0, count: 200)]])

  static func judge(_ claim: Int, _ runs: [Run], baseline: Baseline? = nil) -> JudgedClaim {
    let exposure = Exposure(seen: [[Array(repeating: 1, count: 200), Array(repeating: 0, count: 200)]])
    return experiment.judge(
      experiment.claims[claim], by: runs, exposures: runs.map { _ in exposure }, baseline: baseline)
  }

  @Test func shuffledAnswersTurnEveryGateRed() async throws {
    let runs = try await Self.runs(Self.experiment)
    let good = Self.judge(0, runs)
    #expect(good.isPassed && good.row.mark == .passed, "\(good.text)")
    #expect(Self.judge(1, runs).row.mark == .failed)

    let shuffled = Self.shuffled(runs)
    let bad = Self.judge(0, shuffled)
    #expect(!bad.isPassed && bad.row.mark == .failed)
    #expect(bad.judgement.reasons.contains { if case .missedRequirement = $0 { true } else { false } })
    #expect(bad.judgement.reasons.contains { if case .notAboveFloor = $0 { true } else { false } })
    #expect(Self.judge(1, shuffled).isPassed)

    // The regression gate: green against itself, red against what it was.
    let sources = try SourceRevision.current()
    let baseline = Self.experiment.baseline(
      of: runs, runs.map { _ in Self.unseen }, sources: sources, date: "2025-01-01", reason: "first")
    #expect(Self.judge(0, runs, baseline: baseline).row.mark == .sameBits)
    let regression = Self.judge(0, shuffled, baseline: baseline)
    #expect(regression.row.mark == .newlyFailing)
    #expect(regression.row.reasons.contains("worse than its baseline beyond the noise of paired seeds"))
    #expect(
      Self.experiment.firstWorseClaim(
        in: Self.experiment.baseline(
          of: shuffled, runs.map { _ in Self.unseen }, sources: sources, date: "2025-01-01", reason: "r"),
        than: baseline)
        == "tiny")
  }

  @Test func aJudgementReadsTheRightStageAndQuestion() async throws {
    var experiment = TinyExperiment.make(questions: 16, replicates: 2)
    experiment.questions.insert(Question(.graphs(TinyExperiment.split(3...7, named: "other")), count: 5), at: 0)
    let runs = try await Self.runs(experiment)
    let question = experiment.question(about: experiment.claims[0])
    #expect(question.examples.name == "tiny")
    let exposures = runs.map { _ in
      Exposure(seen: [5, 16].map { count in [Array(repeating: 0, count: count), Array(repeating: 0, count: count)] })
    }
    let answers = experiment.answers(to: question, after: "train", runs, exposures)
    #expect(answers.map(\.seed) == [0, 1])
    for (answer, run) in zip(answers, runs) {
      #expect(answer.evaluation.predictions == run.stage(named: "train").predictions[1])
      let truths = TinyExperiment.split().examples(
        0..<16, seed: ReplicateSeeds(run.replicate).question(question)
      ).map { Float($0.label) }
      #expect(answer.evaluation.truths == truths)
    }
    // Each replicate is asked examples of its own.
    #expect(answers[0].evaluation.truths != answers[1].evaluation.truths)
    let score = Metric.squaredError.score(
      experiment.answers(to: question, after: "fine-tune", runs, exposures)[1].evaluation, .everything)
    #expect(experiment.score(experiment.claims[0], runs[1], exposures[1]) == score)
  }

  @Test func companionsAndLeaksStandBesideTheScore() async throws {
    let experiment = TinyExperiment.make(questions: 4, replicates: 2)
    let runs = try await Self.runs(experiment)
    let exposure = Exposure(seen: [[[1, 0, 0, 0], [0, 1, 0, 0]]])
    let judged = experiment.judge(experiment.claims[0], by: runs, exposures: runs.map { _ in exposure }, baseline: nil)
    #expect(judged.row.leakShare == 0.5)
    // The split "tiny" is what fine-tuning learned from; the stage "train" learned from one that is not asked.
    #expect(
      judged.row.companions.map(\.name) == [
        "the same after train", "tiny split after train", "tiny split after fine-tune",
      ])
    #expect(judged.row.companions[2].value == judged.row.estimate.mean)
    #expect(judged.row.companions[0].value == judged.row.companions[1].value)
  }

  @Test func picturesShowTheExamplesOfTheSlice() async throws {
    let experiment = TinyExperiment.make(replicates: 1)
    let runs = try await Self.runs(experiment)
    let exposure = Exposure(seen: [[Array(repeating: 0, count: 20), Array(repeating: 0, count: 20)]])
    let pictures = experiment.judge(
      experiment.claims[0], by: runs, exposures: runs.map { _ in exposure }, baseline: nil
    ).pictures()
    #expect(pictures.map(\.fileName) == ["test-tiny-tiny-losses.svg", "test-tiny-tiny-predictions.svg"])
    #expect(pictures.allSatisfy { $0.svg.hasPrefix("<svg") && !$0.text.isEmpty && $0.title.contains("test/tiny") })
    #expect(experiment.judge(experiment.claims[0], by: [], exposures: [], baseline: nil).pictures().isEmpty)
  }
}
