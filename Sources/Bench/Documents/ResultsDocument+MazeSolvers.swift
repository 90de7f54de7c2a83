import Data
import Judging
import Reports
import Results

extension ResultsDocument {
  /// The question of networks that find paths, and what else was built to answer it.
  static func mazeSolvers(_ findings: Findings) throws -> Section {
    let eight = MazeSolver.eight.map { Experiment.mazeSolver($0, .standard) }
    let first = MazeSolver.eight.firstIndex(of: .base)!
    return Section(
      "Which path is found: loss, positions, sizes",
      [
        .text(
          """
          The same eight ways with networks that find paths: 64 wide, three layers, two tokens a passage, mazes of 3 x 3
          cells at a random place within 4 x 4, so that training has shown the token of every cell. One size is 3 x 3
          cells; several are 2 x 2, 2 x 3, 3 x 2 and 3 x 3. Smaller are 2 x 3 cells, larger 3 x 4 and 4 x 4. An answer
          counts if it is the very path, from the origin to the target, and ends there.
          """),
        try findings.claims(of: eight),
        try findings.measured("exact paths by size", of: eight) { trained in
          [
            .text("The share of mazes answered with the exact path, and of 3 x 3 cells with its first cell:"),
            sizes(MazeSolver.eight, trained),
          ]
        },
        try findings.measured("exact paths by forks", of: eight) { trained in
          [
            .text(
              "Of 3 x 3 cells, by the steps of the path and by forks on it, as `\(MazeSolver.base.name)` answers them:"),
            forks(trained[first]),
          ]
        },
        try findings.measured("solvers while they train", of: eight) { trained in
          [
            .text("The share of exact paths in 3 x 3 cells while training went on, by network:"),
            trained[first].picture("while training", title: "exact paths in 3 x 3 cells while training") {
              whileTraining(trained).svg(title: $0)
            },
          ]
        },
        try findings.measured("paths of solvers", of: eight) { trained in
          [
            .text(
              "Two mazes of 3 x 3 cells, and two of 2 x 3, as `\(MazeSolver.base.name)` answers them; its path is dashed."
            )
          ]
            + trained[first].worstAnswers(of: "3 x 3") + trained[first].worstAnswers(of: "2 x 3")
        },
      ]
        + (try oneThingChanged("What the loss counts", findings) { $0.counted != MazeSolver.base.counted })
        + (try oneThingChanged("How positions are known", findings) { $0.positions != MazeSolver.base.positions })
        + (try oneThingChanged("Which mazes are shown", findings) { $0.shown != MazeSolver.base.shown }))
  }

  /// The networks that differ from the base in this alone, beside it.
  private static func oneThingChanged(
    _ thing: String, _ findings: Findings, isChanged: (MazeSolver) -> Bool
  ) throws -> [DocumentPart] {
    let solvers = MazeSolver.changed.filter(isChanged)
    let experiments = solvers.map { Experiment.mazeSolver($0, .standard) }
    return [
      .text("\(thing), changed alone:"),
      try findings.claims(of: experiments),
      try findings.measured(
        "\(thing.lowercased()), changed alone", of: [.mazeSolver(.base, .standard)] + experiments
      ) { [sizes([.base] + solvers, $0)] },
    ]
  }

  private static let sizeNames = ["2 x 3", "3 x 3", "3 x 4", "4 x 4", "3 x 3, Wilson's"]

  /// A row a network, and one of the random walk that never turns back.
  private static func sizes(_ solvers: [MazeSolver], _ trained: [TrainedExperiment]) -> DocumentPart {
    let own = MazeSplit.heldOut3In4.name
    func row(_ name: String, _ score: (Metric, String) -> Estimate) -> [String] {
      [name] + MazeSolver.asked.map { score(.exactPath, $0.name).bareText(as: .share) }
        + [Metric.validPath, .firstCell].map { score($0, own).bareText(as: .share) }
    }
    let rows = zip(solvers, trained).map { solver, trained in
      row(solver.name) { trained.estimate($0, $1, after: "train") }
    }
    let walk = [["random walk"] + MazeSolver.asked.map { luck(trained[0], $0.name, .everything) } + ["", ""]]
    return .table(
      DocumentTable(
        columns: [.words("Network")] + sizeNames.map { .numbers($0) } + [
          .numbers("3 x 3, any valid path"), .numbers("3 x 3, first cell"),
        ], rows: rows + walk))
  }

  private static func forks(_ trained: TrainedExperiment) -> DocumentPart {
    let split = MazeSplit.heldOut3In4.name
    let slices: [Slice] =
      [.everything, .of("steps", 1...2), .of("steps", 3...4), .of("steps", 5...8)]
      + [.of("forks", 0...0), .of("forks", 1...1), .of("forks", 2...2), .of("forks", 3...8)]
    let answers = trained.answers(to: split, after: "train")
    func count(_ slice: Slice) -> Int { answers.reduce(0) { $0 + $1.evaluation.rows(in: slice).count } }
    return .table(
      DocumentTable(
        columns: [.words("Slice"), .numbers("Examples"), .numbers("Exact path"), .numbers("Random walk")],
        rows: slices.filter { count($0) > 0 }.map { slice in
          [
            slice.name, NumberText.count(count(slice)),
            trained.estimate(.exactPath, split, slice, after: "train").bareText(as: .share),
            luck(trained, split, slice),
          ]
        }))
  }

  /// What a random walk that never turns back finds of the same mazes.
  private static func luck(_ trained: TrainedExperiment, _ split: String, _ slice: Slice) -> String {
    let walk = TrivialPredictor.attribute("walk-exact", label: "random walk")
    let scores = trained.answers(to: split, after: "train").map {
      SeedScore(seed: $0.seed, score: walk.score(on: $0.evaluation, metric: .exactPath, slice: slice))
    }
    return Estimate(scores.interval).bareText(as: .share)
  }

  private static func whileTraining(_ trained: [TrainedExperiment]) -> LineChart {
    LineChart(
      zip(MazeSolver.eight, trained).compactMap { solver, trained in
        WatchedAnswers(trained.experiment, split: MazeSplit.heldOut3In4.name, upTo: "train", trained.runs)?
          .curve(.exactPath, on: .everything, name: solver.name)
      })
  }
}
