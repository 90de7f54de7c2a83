import Instruments
import Judging
import Learning
import Storage
import Training

/// What each network of a sweep had come to, a row a look: for programs that fit laws to it.
package struct SweepPoints: Sendable {
  private let sweep: Sweep
  private let trained: [TrainedExperiment]

  /// - Parameter trained: the sweep's members, in its order.
  package init(_ sweep: Sweep, _ trained: [TrainedExperiment]) { (self.sweep, self.trained) = (sweep, trained) }

  /// One stage of one replicate at once, the head first.
  package func file(_ format: RecordFormat) -> some Sequence<[UInt8]> {
    let scores = scores
    let columns = Self.columns + scores.map(\.column)
    let parts = zip(sweep.members, trained).flatMap { member, trained in
      let costs = Dictionary(uniqueKeysWithValues: sweep.stages.map { ($0, trained.experiment.cost(of: $0)) })
      return trained.runs.flatMap { run in
        sweep.stages.map { Part(sweep.declared.plan.id, member.size, trained.experiment, run, at: $0, costs[$0]!) }
      }
    }
    return (-1..<parts.count).lazy.map { place -> [UInt8] in
      guard place >= 0 else { return Array(format.head(columns).utf8) }
      return Array(parts[place].rows(scores).map { format.line(columns, $0) }.joined().utf8)
    }
  }

  /// Steps and what follows from them are the stage's own. `learned` is the split that it learned from: the scores on that one
  /// are in distribution, the others are shifted.
  private static let columns = [
    "experiment", "size", "replicate", "stage", "learned", "step", "examples", "tokens", "operations", "N", "N_total",
    "seconds", "loss",
  ]

  /// How a split is scored.
  struct Score: Hashable {
    let split: String
    let metric: Metric
    var column: String { "\(split) \(metric.optionName)" }
  }

  /// By the metrics that something is claimed of the split by; where only readings are claimed, by those of its answers.
  private var scores: [Score] {
    let declared = sweep.declared
    return declared.asked.flatMap { asked in
      let examples = asked.examples
      let claimed = declared.claims.filter { $0.split == examples.name && !$0.metric.isReading }.map(\.metric)
      return (claimed.isEmpty ? examples.plainMetrics : claimed).reduce(into: [Score]()) { scores, metric in
        let score = Score(split: examples.name, metric: metric)
        if !scores.contains(score) { scores.append(score) }
      }
    }
  }
}

extension SweepPoints {
  /// What one replicate's stage had come to at each of its looks, and at its end.
  private struct Part {
    private let id: String
    private let size: String?
    private let experiment: Experiment
    private let run: Run
    private let stage: Stage
    private let cost: StageCost

    init(_ id: String, _ size: String?, _ experiment: Experiment, _ run: Run, at name: String, _ cost: StageCost) {
      (self.id, self.size, self.experiment, self.run, self.cost) = (id, size, experiment, run, cost)
      stage = experiment.plan.stage(named: name)
    }

    private var outcome: Run.StageOutcome { run.stage(named: stage.name) }

    func rows(_ scores: [Score]) -> [[JSONValue]] {
      let steps = stage.recipe.steps
      let watched = experiment.plan.watched(in: stage)
      // What is asked at the end is the last look, of more examples.
      let looks = outcome.milestones.filter { $0.step < steps }
      let seen = evaluations(of: looks.map(\.predictions), watched)
      let last = evaluations(of: [outcome.predictions], experiment.asked)
      return looks.enumerated().map { look, milestone in
        row(milestone.step, seconds: nil, scores) { split in seen[split]?[look] }
      } + [row(steps, seconds: outcome.seconds, scores) { split in last[split]?[0] }]
    }

    /// By split: an evaluation a look.
    private func evaluations(of looks: [[[Float]]], _ asked: [AskedSplit]) -> [String: [Evaluation]] {
      let pairs = asked.enumerated().map { place, split in
        (
          split.examples.name,
          split.examples.evaluations(
            of: looks.map { $0[place] }, count: split.count, seed: ReplicateSeeds(run.replicate).questions(of: split))
        )
      }
      return Dictionary(uniqueKeysWithValues: pairs)
    }

    private func row(
      _ step: Int, seconds: Double?, _ scores: [Score], _ evaluation: (String) -> Evaluation?
    ) -> [JSONValue] {
      let spent = cost.counted.map { (Double(step) * $0.tokensPerStep, Double(step) * $0.operationsPerStep) }
      let head: [JSONValue] = [
        .string(id), size.map(JSONValue.string) ?? cost.width.map(JSONValue.integer) ?? .null,
        .integer(run.replicate), .string(stage.name), .string(stage.examples.name), .integer(step),
        .integer(step * stage.recipe.batchSize), spent.map { .real($0.0) } ?? .null, spent.map { .real($0.1) } ?? .null,
        .integer(cost.layout.countWithoutTables), .integer(cost.layout.count),
        seconds.map { JSONValue(number: $0) } ?? .null, loss(at: step).map { JSONValue(number: $0) } ?? .null,
      ]
      return head
        + scores.map { score in
          guard let evaluation = evaluation(score.split), score.metric.canScore(evaluation) else { return .null }
          return JSONValue(number: score.metric.score(evaluation, .everything))
        }
    }

    /// The mean over the last steps: one batch's is rough.
    private func loss(at step: Int) -> Double? {
      let losses = outcome.losses.prefix(step).suffix(SweepPoints.lossSteps)
      return losses.isEmpty ? nil : losses.reduce(0) { $0 + Double($1) } / Double(losses.count)
    }
  }

  /// How many steps a training loss is the mean of.
  static let lossSteps = 100
}
