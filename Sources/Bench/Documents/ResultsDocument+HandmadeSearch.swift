import Judging
import Reports
import Results
import Training

extension ResultsDocument {
  /// The network whose weights are written by hand: what it answers, and whether training mends it.
  static func handmadeSearch(_ findings: Findings) throws -> Section {
    let exact = Experiment.handmadeSizes.map { Experiment.handmadeSearch(of: $0, .standard) }
    let published = Experiment.publishedSizes.map { Experiment.handmadeSearchAsPublished(of: $0, .standard) }
    let perturbed = Experiment.perturbedFamilies.map { Experiment.perturbedSearch($0, .standard) }
    return Section(
      "Weights written by hand",
      [
        .text(
          """
          The appendix of the published work gives weights with which a transformer of attention alone searches a graph
          breadth first: n layers for n vertices. With constants derived for n (`HandmadeSearch.Constants`) it makes no
          error in floats, whatever the graph. With the published ones it has the errors below.
          """),
        try findings.claims(of: exact + published),
        .text(
          """
          Is that network found again? One matrix of one head is replaced by numbers from N(0, 1), and all weights are
          trained on. Graphs have 8 vertices, the constants are the published ones, a replicate is a draw; the labels'
          variance is 12.1. The published range is of other draws, without intervals, and of recovery one run was
          published, from 0.403 to 0.06.
          """),
        try findings.claims(of: perturbed),
        try findings.measured("damage and recovery", of: perturbed) { [damageAndRecovery($0), curves($0)] },
        .note(
          """
          What is left after training is in long paths, which few graphs have. Adam's first steps do more damage than a
          mild perturbation does. Gradient descent with momentum did not recover in a pilot.
          """),
      ])
  }

  /// Smallest and largest squared errors by family, as published.
  private static let publishedDamage = [
    "answer-query": "1e-4...0.98", "answer-key": "0.19...0.61", "answer-value": "16...319",
    "spread-query": "4.9...18.5", "spread-key": "7.6...16.7", "spread-value": "13...19",
  ]

  private static func damageAndRecovery(_ trained: [TrainedExperiment]) -> DocumentPart {
    .table(
      DocumentTable(
        columns: [
          .words("Matrix"), .numbers("Published damage"), .numbers("Damage"), .numbers("Recovered to"),
          .numbers("Each draw"),
        ],
        rows: zip(Experiment.perturbedFamilies, trained).map { family, trained in
          let scores = trained.experiment.stages.map {
            trained.scores(.squaredError, trained.experiment.asked[0].examples.name, .everything, after: $0.name)
          }
          let draws = zip(scores[0], scores[1]).map { damage, recovered in
            "\(NumberText.short(damage.score)) to \(NumberText.short(recovered.score))"
          }
          return [
            family.name, publishedDamage[family.name] ?? "", range(scores[0]), range(scores[1]),
            draws.joined(separator: ", "),
          ]
        }))
  }

  private static func range(_ scores: [SeedScore]) -> String {
    let sorted = scores.map(\.score).sorted()
    guard let smallest = sorted.first, let largest = sorted.last else { return "" }
    return "\(NumberText.short(smallest))...\(NumberText.short(largest))"
  }

  private static func curves(_ trained: [TrainedExperiment]) -> DocumentPart {
    let curves = zip(Experiment.perturbedFamilies, trained).compactMap { family, trained in
      let experiment = trained.experiment
      return WatchedAnswers(
        experiment, split: experiment.asked[0].examples.name, upTo: experiment.stages[1].name, trained.runs)?
        .curve(.squaredError, on: .everything, name: family.name)
    }
    let title = "Recovery: squared error by family of the perturbed matrix"
    return .picture(
      DocumentPicture("perturbed-recovery", title: title, svg: LineChart(curves).svg(title: title)))
  }
}
