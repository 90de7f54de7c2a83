import Judging
import Storage
import Training

extension TrainedExperiment {
  /// The loss of every step, and the scores of every look at what was watched, as a file for other programs.
  package func curves(_ format: RecordFormat) -> some Sequence<[UInt8]> {
    let parts = runs.flatMap { run in experiment.stages.map { (run, $0) } }
    return (-1..<parts.count).lazy.map { place -> [UInt8] in
      guard place >= 0 else { return Array(format.head(Self.columns).utf8) }
      let (run, stage) = parts[place]
      return Array(rows(of: stage, run).map { format.line(Self.columns, $0) }.joined().utf8)
    }
  }

  /// Steps and examples are the stage's own, done before the value was measured.
  private static var columns: [String] {
    ["experiment", "seed", "stage", "step", "examples", "split", "quantity", "value"]
  }

  private func rows(of stage: Stage, _ run: Run) -> [[JSONValue]] {
    let outcome = run.stage(named: stage.name)
    func row(_ step: Int, _ split: JSONValue, _ quantity: String, _ value: JSONValue) -> [JSONValue] {
      [
        .string(experiment.id), .integer(run.replicate), .string(stage.name), .integer(step),
        .integer(step * stage.recipe.batchSize), split, .string(quantity), value,
      ]
    }
    let losses = outcome.losses.enumerated().map { step, loss in
      row(step + 1, .null, "loss", JSONValue(number: loss))
    }
    let scores = experiment.plan.watched(in: stage).enumerated().flatMap { place, asked in
      let evaluations = asked.examples.evaluations(
        of: outcome.milestones.map { $0.predictions[place] }, count: asked.count,
        seed: ReplicateSeeds(run.replicate).questions(of: asked))
      return zip(outcome.milestones, evaluations).flatMap { milestone, evaluation in
        metrics(of: evaluation).map { metric in
          let score = metric.score(evaluation, .everything)
          return row(milestone.step, .string(evaluation.split), metric.optionName, JSONValue(number: score))
        }
      }
    }
    return losses + scores
  }

  /// Those that the experiment claims something by, as far as the answers have what they read.
  private func metrics(of evaluation: Evaluation) -> [Metric] {
    let metrics = experiment.claims.map(\.metric).filter { metric in
      !metric.isReading && metric.column.map { name in evaluation.attributes.contains { $0.name == name } } ?? true
    }
    return metrics.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
