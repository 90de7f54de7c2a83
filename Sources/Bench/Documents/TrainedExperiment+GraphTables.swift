import Data
import Judging
import Reports
import Results
import Training

extension TrainedExperiment {
  /// The paper's splits after each way to fine-tune, and of the one on which ours is judged what is larger than anything
  /// fine-tuning showed.
  func waysToFineTune() -> DocumentPart {
    let stages = experiment.stages.map(\.name)
    func row(_ name: String, _ split: GraphSplit, _ slice: Slice) -> [String] {
      [name]
        + stages.map { estimate(.squaredError, split.name, slice, after: $0).bareText(as: Metric.squaredError.scale) }
    }
    let onPath = GraphSplit.onPathAnyTarget
    return .table(
      DocumentTable(
        columns: [.words("Split")] + stages.map { .numbers($0) },
        rows: GraphSplit.published.map { row($0.localName, $0, .everything) } + [
          row("\(onPath.localName), t=8...15", onPath, .of("t", 8...15)),
          row("\(onPath.localName), n=8...15 unseen", onPath, .largeUnseenGraphs),
        ]))
  }

  /// Graphs built otherwise, as a looped network and a fine-tuned encoder answer them.
  func structures(beside encoder: TrainedExperiment) -> DocumentPart {
    let asked = Set(encoder.experiment.asked.map(\.examples.name))
    let rows = (GraphSplit.structures + [.denser, .grid64]).map { split in
      let own = estimate(.roundedAccuracy, split.name, .unseen, after: "train").bareText(as: .share)
      guard asked.contains(split.name) else { return [split.localName, own, "", ""] }
      func other(_ metric: Metric) -> String {
        encoder.estimate(metric, split.name, .unseen, after: "fine-tune").bareText(as: metric.scale)
      }
      return [split.localName, own, other(.roundedAccuracy), other(.squaredError)]
    }
    return .table(
      DocumentTable(
        columns: [
          .words("Graphs"), .numbers("Looped network"), .numbers("Encoder, fine-tuned"), .numbers("Its squared error"),
        ], rows: rows))
  }

  /// The paper's probe, a path through all vertices, of every size: the encoder's answers beside a looped network's.
  func line(beside looped: TrainedExperiment) -> DocumentPart {
    let sizes = [3, 5, 7, 9, 11, 13, 15]
    func row(_ name: String, _ trained: TrainedExperiment, _ stage: String) -> [String] {
      let answers = trained.answers(to: GraphSplit.line.name, after: stage)
      return [name] + sizes.map { NumberText.fixed(Self.meanAnswer(answers, vertexCount: $0), decimals: 2) }
    }
    return .table(
      DocumentTable(
        columns: [.words("Answer")] + sizes.map { .numbers("true \($0 - 1)") },
        rows: [
          row("encoder, trained", self, "train"), row("encoder, fine-tuned", self, "fine-tune"),
          row("looped network", looped, "train"),
        ]))
  }

  /// The line of one size is one question.
  private static func meanAnswer(_ answers: [Replicate], vertexCount: Int) -> Double {
    answers.map { answer in
      let row = answer.evaluation.rows(in: .of("n", vertexCount...vertexCount)).first
      return row.map { Double(answer.evaluation.predictions[$0]) } ?? .nan
    }.mean
  }
}

/// Networks whose weights were written by hand, with one matrix replaced.
extension [TrainedExperiment] {
  /// Smallest and largest squared errors by matrix, as published.
  private static var publishedDamage: [String: String] {
    [
      "answer-query": "1e-4...0.98", "answer-key": "0.19...0.61", "answer-value": "16...319",
      "spread-query": "4.9...18.5", "spread-key": "7.6...16.7", "spread-value": "13...19",
    ]
  }

  func damageAndRecovery() -> DocumentPart {
    .table(
      DocumentTable(
        columns: [
          .words("Matrix"), .numbers("Published damage"), .numbers("Damage"), .numbers("Recovered to"),
          .numbers("Each draw"),
        ],
        rows: map { trained in
          let matrix = trained.name(after: "perturbed-")
          let scores = trained.experiment.stages.map {
            trained.scores(.squaredError, trained.experiment.asked[0].examples.name, .everything, after: $0.name)
          }
          let draws = zip(scores[0], scores[1]).map { damage, recovered in
            "\(NumberText.short(damage.score)) to \(NumberText.short(recovered.score))"
          }
          return [
            matrix, Self.publishedDamage[matrix] ?? "", Self.range(scores[0]), Self.range(scores[1]),
            draws.joined(separator: ", "),
          ]
        }))
  }

  private static func range(_ scores: [SeedScore]) -> String {
    let sorted = scores.map(\.score).sorted()
    guard let smallest = sorted.first, let largest = sorted.last else { return "" }
    return "\(NumberText.short(smallest))...\(NumberText.short(largest))"
  }

  func recoveryCurves() -> DocumentPart {
    let curves = compactMap { trained in
      let experiment = trained.experiment
      return WatchedAnswers(
        experiment, split: experiment.asked[0].examples.name, upTo: experiment.stages[1].name, trained.runs)?
        .curve(.squaredError, on: .everything, name: trained.name(after: "perturbed-"))
    }
    let title = "Recovery: squared error by family of the perturbed matrix"
    return .picture(DocumentPicture("perturbed-recovery", title: title, svg: LineChart(curves).svg(title: title)))
  }
}
