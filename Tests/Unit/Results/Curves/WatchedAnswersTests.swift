import Data
import Reports
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// From what was answered while training went on to curves.
@Suite struct WatchedAnswersTests {
  /// Watched in both stages, with a question that only the second one watches.
  private static func watched(replicates: Int = 3) async throws -> (Experiment, [Run]) {
    var experiment = TinyExperiment.make(steps: 50, questions: 40, replicates: replicates)
    experiment.asked.append(AskedSplit(.graphs(TinyExperiment.split(named: "train")), count: 23))
    experiment.stages[0].watch = Watch(everySteps: 20, count: 30, splits: ["graphs/tiny"])
    experiment.stages[1].watch = Watch(everySteps: 25, count: 30)
    return (experiment, try await ExperimentJudgingTests.runs(experiment))
  }

  @Test func aCurveGoesOnThroughTheStages() async throws {
    let (experiment, runs) = try await Self.watched()
    let answers = try #require(WatchedAnswers(experiment, split: "graphs/tiny", upTo: "fine-tune", runs))
    let curve = try #require(answers.curve(.squaredError, on: .everything))
    #expect(curve.steps == [20, 40, 50, 75, 100] && curve.examples == curve.steps.map { 8 * $0 })
    #expect(curve.scores.count == 3 && curve.name == "everything")
    #expect(
      WatchedAnswers(experiment, split: "graphs/tiny", upTo: "train", runs)?.curve(.squaredError, on: .everything)?
        .steps == [
          20, 40, 50,
        ])
    let late = WatchedAnswers(experiment, split: "graphs/train", upTo: "fine-tune", runs)?.curve(
      .squaredError, on: .everything)
    #expect(late?.steps == [75, 100])
    #expect(WatchedAnswers(experiment, split: "graphs/train", upTo: "train", runs) == nil)
  }

  @Test func aPointIsTheScoreOfItsAnswers() async throws {
    let (experiment, runs) = try await Self.watched()
    let answers = try #require(WatchedAnswers(experiment, split: "graphs/tiny", upTo: "fine-tune", runs))
    let slice = Slice.of("n", 4...5)
    let curve = try #require(answers.curve(.roundedAccuracy, on: slice))
    for (replicate, run) in runs.enumerated() {
      let evaluation = Evaluation.graphs(
        TinyExperiment.split(), predictions: run.stages[0].milestones[1].predictions[0],
        seed: ReplicateSeeds(replicate).questions(of: experiment.asked[0]))
      #expect(evaluation.count == 30)
      #expect(curve.scores[replicate][1] == Metric.roundedAccuracy.score(evaluation, slice))
    }
    #expect(answers.curve(.squaredError, on: .of("n", 6...7)) == nil, "nothing of it was asked")
  }

  @Test func whatWasSeenCanBeLeftOut() async throws {
    let (experiment, runs) = try await Self.watched(replicates: 1)
    let seen = Evaluation.Attribute("seen", (0..<40).map { $0 < 10 ? 1 : 0 })
    let answers = try #require(WatchedAnswers(experiment, split: "graphs/tiny", upTo: "train", runs, seen: [seen]))
    let all = try #require(answers.curve(.squaredError, on: .everything)).scores[0][0]
    let unseen = try #require(answers.curve(.squaredError, on: .unseen)).scores[0][0]
    let remembered = try #require(answers.curve(.squaredError, on: .seen)).scores[0][0]
    #expect((all - (20 * unseen + 10 * remembered) / 30).magnitude < 1e-12 && unseen != remembered)
  }

  @Test func aReportDrawsThem() async throws {
    let (experiment, runs) = try await Self.watched()
    let unseen = [40, 23].map { count in [Array(repeating: UInt8(0), count: count), Array(repeating: 0, count: count)] }
    let judged = experiment.judge(
      experiment.claims[0], by: runs, exposures: runs.map { _ in Exposure(seen: unseen) }, baseline: nil)
    var drafts = ReportDrafts()
    let curves = drafts.report(of: judged).curves
    #expect(
      curves.map(\.title) == [
        "Training loss", "squared error while training", "squared error of graphs/tiny while training",
      ])
    #expect(curves[1].chart.series.map(\.name) == ["in distribution: graphs/tiny"])
    #expect(curves[2].chart.series.map(\.name) == ["label=1", "label=2", "label=3"])
    let point = try #require(curves[1].chart.series[0].points.last)
    let interval = try #require(point.interval)
    #expect(point.x == 800 && interval.lower < point.y && point.y < interval.upper && curves[1].chart.yScale == .log)
    #expect(
      try RunReport(
        jsonLines: Array(
          RunReport([judged], profile: .smoke, sources: .compiled, date: "2025-01-01").jsonLines.utf8), file: "r"
      ).claims[0].curves == curves)
  }

  /// What training never showed is another side, though it is of the split that is learned.
  @Test func theUnseenPartOfWhatIsLearnedIsASideOfItsOwn() async throws {
    let (watched, runs) = try await Self.watched()
    var experiment = watched
    experiment.claims = [
      Claim(
        subject: "tiny unseen", stage: "fine-tune", split: "graphs/tiny", slice: .unseen, metric: .squaredError,
        requirement: .atMost(1), isControl: false, testName: "Tiny/claim", provenance: .goal("made up"))
    ]
    let seen = (0..<40).map { UInt8($0 < 10 ? 1 : 0) }
    let exposure = Exposure(seen: [[seen, seen], [Array(repeating: 0, count: 23), Array(repeating: 0, count: 23)]])
    let judged = experiment.judge(
      experiment.claims[0], by: runs, exposures: runs.map { _ in exposure }, baseline: nil)
    #expect(judged.sideCurves.map(\.name) == ["in distribution: graphs/tiny", "shifted: tiny unseen"])
    let column = Evaluation.Attribute("seen", seen.map { Int32($0) })
    let answers = try #require(
      WatchedAnswers(experiment, split: "graphs/tiny", upTo: "fine-tune", runs, seen: runs.map { _ in column }))
    #expect(judged.sideCurves[1].scores == answers.curve(.squaredError, on: .unseen)?.scores)
    #expect(judged.sideCurves[1].scores != answers.curve(.squaredError, on: .everything)?.scores)
  }

  @Test func whereNothingWasWatchedThereIsTheLossAlone() async throws {
    let experiment = TinyExperiment.make(replicates: 2)
    let runs = try await ExperimentJudgingTests.runs(experiment)
    let judged = experiment.judge(
      experiment.claims[0], by: runs,
      exposures: runs.map { _ in Exposure(seen: [[Array(repeating: 0, count: 20), Array(repeating: 0, count: 20)]]) },
      baseline: nil)
    var drafts = ReportDrafts()
    #expect(drafts.report(of: judged).curves.map(\.title) == ["Training loss"])
  }
}
