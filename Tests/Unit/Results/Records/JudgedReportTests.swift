import Data
import Reports
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// From judged claims to reports, on tiny trainings.
@Suite struct JudgedReportTests {
  private static let replicates = 3

  private static func judged(questions: Int = 40) async throws -> JudgedClaim {
    try await judgedOneByOne(questions: questions)[0]
  }

  /// Claims of one experiment. The first replicate does not judge the last.
  private static func judgedOneByOne(questions: Int = 40) async throws -> [JudgedClaim] {
    var experiment = TinyExperiment.make(steps: 150, questions: questions, replicates: replicates)
    experiment.asked.append(AskedSplit(.graphs(TinyExperiment.split(named: "train")), count: 10))
    let metrics: [(String, stage: String, Metric)] = [
      ("n=5", "fine-tune", .squaredError), ("absolute, n=5", "fine-tune", .absoluteError),
      ("untuned, n=5", "train", .squaredError), ("fewer, n=5", "fine-tune", .squaredError),
    ]
    experiment.claims = metrics.map { subject, stage, metric in
      Claim(
        subject: subject, stage: stage, split: "graphs/tiny", slice: .of("n", 5...5), metric: metric,
        requirement: .atMost(1), isControl: false, testName: "Tiny/claim", provenance: .goal("made up"))
    }
    let runs = try await ExperimentJudgingTests.runs(experiment)
    let exposure = Exposure(
      seen: [questions, 10].map { count in [Array(repeating: 0, count: count), Array(repeating: 0, count: count)] })
    return experiment.claims.map { claim in
      let judges = claim.subject.hasPrefix("fewer") ? Array(runs.dropFirst()) : runs
      return experiment.judge(claim, by: judges, exposures: judges.map { _ in exposure }, baseline: nil)
    }
  }

  /// A report beside what an earlier one made is what it is alone.
  @Test func draftsSaveWorkAndChangeNoReport() async throws {
    let judged = try await Self.judgedOneByOne()
    var drafts = ReportDrafts()
    for claims in [[judged[0]], [judged[3]], judged.reversed(), Array(judged[1...]), judged] {
      let report = RunReport(
        claims, profile: .smoke, sources: .compiled, date: "2025-01-01", pictures: [:], seconds: 2, drafts: &drafts)
      #expect(report == RunReport(claims, profile: .smoke, sources: .compiled, date: "2025-01-01", seconds: 2))
      #expect(report.claims.count == claims.count)
    }
    let inDistribution = judged.map { claim in drafts.report(of: claim).sides[0].estimate.mean }
    #expect(Set(inDistribution).count == judged.count)
  }

  @Test func ofOneReplicateThereIsNoInterval() {
    #expect(Estimate(.ofMean([2.5])).text(as: .number) == "2.50 (1 seed)")
    #expect(Estimate(.ofMean([2.5, 2.5])).text(as: .number) == "2.50 [2.50, 2.50] (2 seeds)")
    #expect(Estimate(.ofMean([2.5, .nan])).text(as: .share) == "not in every seed (2 seeds)")
  }

  @Test func scoresSlicesAndSidesAreTheJudgements() async throws {
    let judged = try await Self.judged()
    var drafts = ReportDrafts()
    let claim = drafts.report(of: judged)
    #expect(claim.scores.map(\.score) == judged.judgement.scores.values)
    #expect(claim.row == judged.row && claim.baselineScores.isEmpty)
    #expect(claim.slices.map(\.name) == judged.judgement.slices.map(\.slice.name))
    for (slice, kept) in zip(claim.slices, judged.judgement.slices) {
      #expect(slice.estimate.mean == kept.interval.estimate && slice.scores.count == Self.replicates)
    }
    #expect(claim.slices[0].name == "everything" && claim.slices[0].count == 40 * Self.replicates)
    #expect(claim.sides.map(\.name) == ["in distribution: graphs/tiny", "shifted: n=5"])
    #expect(claim.sides[1].estimate == claim.row.estimate)
    let gap = try #require(claim.gap)
    #expect((gap.mean - (claim.sides[1].estimate.mean - claim.sides[0].estimate.mean)).magnitude < 1e-12)
    #expect(
      claim.losses?.total == claim.answers?.total
        && claim.losses?.total
          == judged.answers.reduce(0) {
            $0 + $1.evaluation.rows(in: judged.claim.slice).count
          }
    )
  }

  @Test func theWorstAnswersComeFirstAndCanBeDrawn() async throws {
    let judged = try await Self.judged()
    let failures = judged.failures()
    #expect(failures.count == 6)
    #expect(failures.map(\.loss) == failures.map(\.loss).sorted(by: >))
    let all = judged.answers.flatMap { Metric.squaredError.terms($0.evaluation, judged.claim.slice) }
    #expect(failures.map(\.loss) == Array(all.sorted(by: >).prefix(6)))
    for failure in failures {
      let evaluation = judged.answers[failure.seed].evaluation
      #expect(failure.truth == NumberText.short(Double(evaluation.truths[failure.index])))
      #expect(evaluation.attribute("n").values[failure.index] == 5)
      let words = "graphs/tiny --asked-by test/tiny --seed \(failure.seed) --from \(failure.index) --count 1 --out -"
      #expect(failure.command == "swift run genbench export \(words)")
      guard case .graph(let graph) = failure.drawing else {
        Issue.record("no graph of \(failure)")
        continue
      }
      // The path is one of the graph, as long as the truth says.
      #expect(graph.labels.count == 5 && graph.path.first == 0 && graph.path.last == 1)
      #expect(graph.path.count == Int(evaluation.truths[failure.index]) + 1)
      for (from, to) in zip(graph.path, graph.path.dropFirst()) {
        #expect(graph.edges.contains(.init(from, to)) || graph.edges.contains(.init(to, from)))
      }
    }
  }

  @Test func anAnswerThatIsNoNumberIsTheWorst() {
    let evaluation = Evaluation(
      split: "graphs/tiny", truths: [1, 2, 3, 4], predictions: [1, .nan, 0, .infinity],
      attributes: [.init("n", [3, 3, 3, 3])])
    let experiment = TinyExperiment.make(questions: 4)
    let answers = [Replicate(seed: 1, evaluation: evaluation), Replicate(seed: 0, evaluation: evaluation)]
    let judgement = Judgement(
      of: experiment.claims[0], replicates: 2, answers: answers, against: [.bestConstant], reporting: [])
    let judged = JudgedClaim(
      experiment: experiment, judgement: judgement, answers: answers, baseline: .none,
      leak: Leak(judged: 0, asked: 0, byChance: nil), row: Sample.failed, runs: [])
    let failures = judged.failures(5)
    #expect(failures.map(\.seed) == [0, 0, 1, 1, 0] && failures.map(\.index) == [1, 3, 1, 3, 2])
    #expect(failures[0].loss.isNaN && failures[0].answer == "NaN" && failures[4].loss == 9)
    #expect(judged.failures(9).count == 6, "an exact answer is no failure")
  }

  /// A map that is twice too steep leads along the right path, and is no failure; one upside down leads astray.
  @Test func aPathThatIsWrongIsDrawnAsItWasAnswered() throws {
    var experiment = Experiment.mazesOfOtherSizes(.smoke)
    let split = MazeSplit.heldOut3To5
    let claim = try #require(experiment.claims.first { $0.split == split.name })
    experiment.asked = [AskedSplit(.mazeFields(split, unreachable: 25), count: 7)]
    experiment.claims = [claim]
    let seed = ReplicateSeeds(2).questions(of: experiment.asked[0])
    let examples = split.examples(0..<7, seed: seed)
    let predictions = examples.flatMap { example in
      let field = example.maze.distances(to: example.solved.target)
      return (0..<example.maze.cellCount).map { cell in
        Float(field.distance(from: example.maze.cell(cell)) ?? 25)
          * (example.index == 3 ? -1 : example.index == 5 ? 2 : 1)
      }
    }
    let stage = Run.StageOutcome(name: "train", parameters: [], losses: [], predictions: [predictions], seconds: 0)
    let judged = experiment.judge(
      claim, by: [Run(replicate: 2, stages: [stage])],
      exposures: [Exposure(seen: [[Array(repeating: 0, count: 7)]])], baseline: nil)
    let failures = judged.failures()
    #expect(failures.map(\.index) == [3])
    guard case .maze(let drawing) = failures.first?.drawing else { return #expect(Bool(false), "no maze is drawn") }
    let label = examples[3].path.map(examples[3].maze.number(of:))
    #expect(drawing.path == label && drawing.answered.first == label[0] && drawing.answered != label)
    #expect(drawing.answered.count > 1)
  }

  @Test func theReportSaysWhereItComesFrom() async throws {
    let judged = try await Self.judged()
    let report = RunReport([judged, judged], profile: .smoke, sources: .compiled, date: "2025-01-01", seconds: 2)
    #expect(report.claims.count == 1)
    let facts = try #require(report.facts(of: "test/tiny"))
    #expect(facts.fingerprints.map(\.fingerprint) == judged.runs.map(\.fingerprint))
    #expect(facts.examples == 2 * 150 * 8 && facts.datasets.map(\.name) == ["graphs/tiny", "graphs/train"])
    #expect(report.provenance.sourceHash == SourceRevision.compiled.hexadecimal)
    #expect(try RunReport(jsonLines: Array(report.jsonLines.utf8), file: "r") == report)
  }

  @Test func theLossCurveHasFixedWindows() async throws {
    let judged = try await Self.judged()
    let series = try #require(judged.lossCurve).chart.series
    #expect(series.map(\.name) == ["train", "fine-tune"])
    #expect(series.allSatisfy { $0.points.count == LossTrace.mostPoints })
    #expect(series[0].points.last?.x == 150 * 8 && series[1].points.last?.x == 2 * 150 * 8)
    // 150 steps in 60 windows: of 2 and 3 steps in turn.
    let losses = judged.runs.map { $0.stages[0].losses[..<2].map(Double.init) }
    #expect(series[0].points[0].x == 16)
    #expect(series[0].points[0].y == losses.map { ($0[0] + $0[1]) / 2 }.mean)
    #expect(series[0].points.allSatisfy { ($0.interval?.lower ?? .nan) <= $0.y })
  }

  @Test func aShortTraceKeepsEveryStep() {
    let trace = LossTrace([4, 2, 1], batchSize: 10)
    #expect(trace.means == [4, 2, 1] && trace.ends == [10, 20, 30])
    #expect(LossTrace([], batchSize: 10).means.isEmpty)
    let one = LossTrace.points([trace], after: 5)
    #expect(one.map(\.x) == [15, 25, 35] && one.allSatisfy { $0.interval == nil })
  }

  @Test func aPathIsShortestAndTheSameEveryTime() {
    // 1-3-2 and 1-4-2 are as short: the smaller vertex wins.
    let graph = Graph(vertexCount: 5, edges: [Edge(1, 4), Edge(4, 2), Edge(1, 3), Edge(3, 2)])
    #expect(graph.shortestPath(to: 2) == [1, 3, 2])
    #expect(graph.shortestPath(to: 1) == [1])
    #expect(graph.shortestPath(to: 5).isEmpty && graph.shortestPath(to: 9).isEmpty)
  }
}
