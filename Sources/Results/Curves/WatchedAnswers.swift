import Judging
import Training

/// What the runs of an experiment answered to one split at every milestone.
package struct WatchedAnswers: Sendable {
  /// Examples seen and steps done at each milestone, over all stages.
  private let milestones: [(examples: Int, steps: Int)]
  /// By replicate, by milestone.
  private let evaluations: [[Evaluation]]

  /// Nil where none of the stages that led to the one named watched the split.
  ///
  /// - Parameter seen: by run, a column for what training had shown of the split's examples; the first of its values
  ///   are those of what was watched.
  package init?(
    _ experiment: Experiment, split: String, upTo stage: String, _ runs: [Run],
    seen: [Evaluation.Attribute] = []
  ) {
    precondition(seen.isEmpty || seen.count == runs.count, "\(runs.count) runs have seen \(seen.count) things.")
    var milestones: [(examples: Int, steps: Int)] = []
    var evaluations: [[Evaluation]] = Array(repeating: [], count: runs.count)
    var before = (examples: 0, steps: 0)
    for number in experiment.plan.lineage(of: stage) {
      let stage = experiment.stages[number]
      let asked = experiment.plan.watched(in: stage)
      if let place = asked.firstIndex(where: { $0.examples.name == split }), let first = runs.first {
        milestones += first.stages[number].milestones.map {
          (before.examples + $0.step * stage.recipe.batchSize, before.steps + $0.step)
        }
        for (replicate, run) in runs.enumerated() {
          let answers = asked[place].evaluations(
            of: run.stages[number].milestones.map { $0.predictions[place] }, replicate: run.replicate)
          evaluations[replicate] += answers.map { answer in
            seen.isEmpty ? answer : answer.adding(seen[replicate].prefix(answer.count))
          }
        }
      }
      before = (before.examples + stage.recipe.examples, before.steps + stage.recipe.steps)
    }
    guard !milestones.isEmpty else { return nil }
    (self.milestones, self.evaluations) = (milestones, evaluations)
  }

  /// How the metric moved on a slice. Nil where a replicate was asked nothing of it.
  package func curve(_ metric: Metric, on slice: Slice, name: String? = nil) -> ScoreCurve? {
    guard evaluations.allSatisfy({ !$0[0].rows(in: slice).isEmpty }) else { return nil }
    return ScoreCurve(
      name ?? slice.name, metric: metric, examples: milestones.map(\.examples), steps: milestones.map(\.steps),
      scores: evaluations.map { answers in answers.map { metric.score($0, slice) } })
  }
}

extension AskedSplit {
  /// A replicate's answers to the same examples again and again.
  fileprivate func evaluations(of predictions: [[Float]], replicate: Int) -> [Evaluation] {
    examples.evaluations(of: predictions, count: count, seed: ReplicateSeeds(replicate).questions(of: self))
  }
}

extension Evaluation.Attribute {
  fileprivate func prefix(_ count: Int) -> Self { Self(name, Array(values.prefix(count))) }
}
