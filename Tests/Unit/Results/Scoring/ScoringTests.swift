import Data
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct ScoringTests {
  private let examples = Examples.graphs(.onPathAnyTarget)

  /// The right answers and a little more, so many replicates.
  private func scoring(
    off: [Float], count: Int = 211, exportSeed: Int? = 9, trainedOn: [String] = []
  ) throws -> Scoring {
    var lines: [String] = []
    for (seed, off) in off.enumerated() {
      let nothing = [Float](repeating: 0, count: count)
      let truths = examples.evaluation(of: nothing, count: nothing.count, seed: ExampleExport.root(exportSeed ?? seed))
        .truths
      for (index, truth) in truths.enumerated() {
        lines.append(#"{"seed":\#(seed),"index":\#(index),"prediction":\#(truth + off)}"#)
      }
    }
    let text = lines.joined(separator: "\n")
    let predictions = try Predictions(
      jsonLines: Array(text.utf8), file: "p", of: examples, count: count)
    return try Scoring(
      predictions, of: examples, exportSeed: exportSeed,
      trainedOn: try trainedOn.map { try TrainedOn(parsing: $0, among: .suite) },
      threads: 2)
  }

  private func gate(_ limit: Double, replicates: Int? = nil, slice: Slice = .everything) throws -> ScoreGate {
    try ScoreGate.threshold(.atMost(limit), .squaredError, on: slice, of: examples.name, replicates: replicates)
  }

  @Test(arguments: [9, nil]) func predictionsMeetTheExamplesOfTheirSeed(exportSeed: Int?) throws {
    let scoring = try scoring(off: [0.5, 0.25], exportSeed: exportSeed)
    #expect(scoring.answers.map(\.seed) == [0, 1])
    let scores = scoring.answers.map { Metric.squaredError.score($0.evaluation, .everything) }
    #expect(scores == [0.25, 0.0625])
    let (first, second) = (scoring.answers[0].evaluation.truths, scoring.answers[1].evaluation.truths)
    #expect((first == second) == (exportSeed != nil))
  }

  @Test func theGateIsTheSuitesOwn() throws {
    let good = try scoring(off: [0.5, 0.5, 0.45])
    // Mean 0.2342 and Student's t with two degrees of freedom: the upper end is 0.302.
    #expect(good.judge(try gate(0.31), rerun: "again").isPassed)
    let tight = good.judge(try gate(0.29), rerun: "again")
    #expect(!tight.isPassed && tight.row.reasons == ["the bound 0.3023 is not <= 0.29"] && tight.row.rerun == "again")
    let missing = good.judge(try gate(0.31, replicates: 5), rerun: "")
    #expect(missing.row.reasons == ["3 of the 5 declared replicates are there"])
    let lazy = try scoring(off: [9, 9.01, 9.02]).judge(try gate(100), rerun: "")
    #expect(lazy.row.reasons.contains { $0.contains("does not beat the trivial predictor \"best constant\"") })
    let empty = good.judge(try gate(0.31, slice: .of("n", 40...41)), rerun: "")
    #expect(empty.row.reasons.contains("no example of seed 0 is in the slice"))
  }

  @Test func oneReplicateAloneFails() throws {
    let claim = try scoring(off: [0]).judge(try gate(1), rerun: "")
    #expect(!claim.isPassed && claim.row.reasons.last?.contains("score several") == true)
  }

  @Test func whatTrainingShowedIsSeen() throws {
    let unknown = try scoring(off: [0, 0.1])
    #expect(!unknown.isTrainingKnown && unknown.leakShare(.everything) == nil)
    #expect(!unknown.slices.contains { $0.conditions.contains { $0.attribute == "seen" } })
    // The very examples that are asked: by the seed of all, and by each replicate's own.
    #expect(try scoring(off: [0], trainedOn: ["graphs/on-path-any-target:211:9"]).leakShare(.everything) == 1)
    #expect(
      try scoring(off: [0, 1], exportSeed: nil, trainedOn: ["graphs/on-path-any-target:211"]).leakShare(.everything)
        == 1)
    // Half of them, and what chance repeats of the others: small graphs above all.
    let half = try scoring(off: [0], trainedOn: ["graphs/on-path-any-target:105:9"])
    let share = try #require(half.leakShare(.everything))
    #expect(share >= 105 / 211 && share < 1)
    #expect(half.answers[0].evaluation.attribute("seen").values.prefix(105).allSatisfy { $0 == 1 })
    let both = try scoring(off: [0], trainedOn: ["graphs/on-path-any-target:105:9", "graphs/fine-tune:3000:2"])
    #expect(try #require(both.leakShare(.everything)) > share)
    #expect(both.slices.contains { $0.conditions.contains { $0.attribute == "seen" } })
    #expect(try scoring(off: [0], trainedOn: ["graphs/any-target-small-graphs:1:5"]).leakShare(.everything)! < 0.2)
  }

  @Test func aClaimOfTheSuiteIsFoundByEitherName() throws {
    let bySubject = try ScoreGate.claim(
      named: "graphs/on-path/small-target not 2, n=8...15 unseen", of: Experiment.all(.standard))
    let byTest = try ScoreGate.claim(named: "ShortestPaths/onPathSmallTarget", of: Experiment.all(.standard))
    #expect(bySubject == byTest && byTest.replicates == 5 && byTest.name == "graphs/on-path")
    #expect(throws: UnknownName.self) { try ScoreGate.claim(named: "graphs/on-path", of: Experiment.all(.standard)) }
    let smoke = try ScoreGate.claim(named: "ShortestPaths/onPathSmallTarget", of: Experiment.all(.smoke))
    #expect(smoke.claim.requirement != byTest.claim.requirement)
  }

  @Test func aThresholdAsksForBetterScoresOnly() {
    #expect(throws: SettingProblem.self) {
      try ScoreGate.threshold(.atLeast(1), .squaredError, on: .everything, of: "graphs/train", replicates: nil)
    }
    #expect(throws: SettingProblem.self) {
      try ScoreGate.threshold(.atMost(1), .roundedAccuracy, on: .everything, of: "graphs/train", replicates: nil)
    }
  }

  @Test(arguments: [
    "", "graphs/train", "graphs/train:", "graphs/train:0", "graphs/train:x", "graphs/train:-1", "graphs/train:10:x",
    "graphs/train:10:-1", "graphs/train:1:2:3",
  ])
  func aTrainingThatIsNoneIsRefused(text: String) {
    #expect(throws: SettingProblem.self) { try TrainedOn(parsing: text, among: .suite) }
  }

  @Test func theTrainingsSplitIsKnown() {
    #expect(throws: UnknownName.self) { try TrainedOn(parsing: "graphs/trian:10:1", among: .suite) }
  }

  @Test func aTrainingOnAnOldNameIsToldTheNewOne() {
    let problem = #expect(throws: UnknownName.self) { try TrainedOn(parsing: "fine-tune:10:1", among: .suite) }
    #expect(problem?.renamed == ["graphs/fine-tune"])
  }

  @Test func theTextHasEveryMetricAndSlice() throws {
    let text = try scoring(off: [0.5, 0.5]).text(drawing: .of("n", 8...15), style: .plain)
    #expect(text.hasPrefix("graphs/on-path-any-target: 211 examples, 2 replicates\n"))
    for metric in Metric.ofNumbers { #expect(text.contains(metric.printedName) == (metric != .exactMatch)) }
    #expect(text.contains("everything") && text.contains("422   0.250 [0.250, 0.250]"))
    #expect(text.contains("trivial: best constant") && text.contains("n=8...15: squared error by example"))
  }

  /// Of each of 23 mazes the label, the label with its first step walked twice more, or nothing.
  @Test func pathsAreScoredAsTheSuitesOwn() throws {
    let split = MazeSplit.cycles10
    let examples = split.examples(0..<23, seed: ExampleExport.root(5))
    let lines = examples.map { example in
      let label = example.path
      let path = [label, [label[0], label[1]] + label, []][example.index % 3]
      return "{\"index\":\(example.index),\"path\":[\(path.map { "[\($0.row),\($0.column)]" }.joined(separator: ","))]}"
    }
    let mazes = Examples.mazeFields(split, unreachable: -1)
    let predictions = try Predictions(
      jsonLines: Array(lines.joined(separator: "\n").utf8), file: "p", of: mazes, count: 23)
    let scoring = try Scoring(predictions, of: mazes, exportSeed: 5, trainedOn: [], threads: 1)
    let evaluation = scoring.answers[0].evaluation
    #expect(evaluation.attribute("exact").values == (0..<23).map { $0 % 3 == 0 ? 1 : 0 })
    #expect(evaluation.attribute("shortest").values == (0..<23).map { $0 % 3 == 0 ? 1 : 0 })
    #expect(evaluation.attribute("valid").values == (0..<23).map { $0 % 3 == 2 ? 0 : 1 })
    #expect(evaluation.predictions[1] == evaluation.truths[1] + 2 && evaluation.predictions[2] == 0)
    let text = scoring.text(drawing: .everything, style: .plain)
    // 8 of 23.
    #expect(
      text.contains("exact path") && text.contains("34.8 %") && text.contains("trivial: random walk")
        && !text.contains("squared error  "))
    // Each metric has a walk of its own.
    #expect(!text.lowercased().contains("nan"))
    let gate = try ScoreGate.threshold(.atLeast(0.3), .exactPath, on: .everything, of: split.name, replicates: nil)
    #expect(!scoring.judge(gate, rerun: "").isPassed, "one replicate has no interval")
  }
}
