import Data
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// From real, tiny trainings to verdicts.
@Suite struct ExperimentJudgingTests {
  static func runs(_ experiment: Experiment) async throws -> [Run] {
    let scratch = try ScratchFolder()
    let lab = Lab(LabSettings(threads: 2, storeFolder: scratch("store")), listener: RecordingListener())
    return try await lab.runs(of: experiment.plan)
  }

  @Test func aJudgementReadsTheRightStageAndQuestion() async throws {
    var experiment = TinyExperiment.make(questions: 16, replicates: 2)
    experiment.asked.insert(AskedSplit(.graphs(TinyExperiment.split(3...7, named: "other")), count: 5), at: 0)
    let runs = try await Self.runs(experiment)
    let question = experiment.split(about: experiment.claims[0])
    #expect(question.examples.name == "graphs/tiny")
    let exposures = runs.map { _ in
      Exposure(seen: [5, 16].map { count in [Array(repeating: 0, count: count), Array(repeating: 0, count: count)] })
    }
    let answers = experiment.answers(to: question, after: "train", runs, exposures)
    #expect(answers.map(\.seed) == [0, 1])
    for (answer, run) in zip(answers, runs) {
      #expect(answer.evaluation.predictions == run.stage(named: "train").predictions[1])
      let truths = TinyExperiment.split().examples(
        0..<16, seed: ReplicateSeeds(run.replicate).questions(of: question)
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
    // The split "graphs/tiny" is what fine-tuning learned from; the stage "train" learned from one that is not asked.
    #expect(
      judged.row.companions.map(\.name) == [
        "the same after train", "graphs/tiny split after train", "graphs/tiny split after fine-tune",
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
