import Judging
import Reports
import Results
import Training

extension TrainedExperiment {
  /// A metric on a slice of a split that was asked, over replicates.
  ///
  /// - Parameter stage: after which stage of training.
  func estimate(_ metric: Metric, _ split: String, _ slice: Slice = .everything, after stage: String) -> Estimate {
    Estimate(scores(metric, split, slice, after: stage).interval)
  }

  /// One score a replicate.
  func scores(_ metric: Metric, _ split: String, _ slice: Slice, after stage: String) -> [SeedScore] {
    answers(to: split, after: stage).map { metric.score(of: $0, slice) }
  }

  func answers(to split: String, after stage: String) -> [Replicate] {
    experiment.answers(to: asked(split), after: stage, runs, exposures)
  }

  /// A row a slice, with the examples in it and the metric after each of the stages. A slice without examples is left
  /// out.
  func slices(_ slices: [Slice], _ metric: Metric, of split: String, after stages: [String]) -> DocumentPart {
    let answers = stages.map { self.answers(to: split, after: $0) }
    let rows: [[String]] = slices.compactMap { slice in
      let count = answers[0].reduce(0) { $0 + $1.evaluation.rows(in: slice).count }
      guard count > 0 else { return nil }
      return [slice.name, NumberText.count(count)]
        + answers.map { answers in
          Estimate(answers.map { metric.score(of: $0, slice) }.interval)
            .bareText(as: metric.scale)
        }
    }
    return .table(
      DocumentTable(
        columns: [.words("Slice"), .numbers("Examples")] + stages.map { .numbers(head(metric, after: $0, of: stages)) },
        rows: rows))
  }

  /// A row a published number, and ours.
  func comparison(with published: [PublishedNumber]) -> DocumentPart {
    .table(
      DocumentTable(
        columns: [.words("Question"), .words("Metric"), .numbers("Published"), .numbers("Here")],
        rows: published.map { number in
          [
            number.label, number.metric.printedName, number.value,
            estimate(number.metric, number.split, number.slice, after: number.stage).text(as: number.metric.scale),
          ]
        }))
  }

  private func head(_ metric: Metric, after stage: String, of stages: [String]) -> String {
    let name = metric.printedName.prefix(1).uppercased() + metric.printedName.dropFirst()
    return stages.count == 1 ? name : "\(name) after \(stage)"
  }

  private func asked(_ split: String) -> AskedSplit {
    guard let asked = experiment.asked.first(where: { $0.examples.name == split }) else {
      let known = experiment.asked.map(\.examples.name).joined(separator: ", ")
      preconditionFailure("\(experiment.id) asks no \(split), only \(known).")
    }
    return asked
  }
}
