import Data
import Judging
import Reports
import Results
import Training

/// Networks that write paths, a row each.
extension [TrainedExperiment] {
  /// A row a network and size.
  func tokenScores() -> DocumentPart {
    let metrics: [Metric] = [.firstCell, .legalSteps, .validPath, .exactPath, .rightForks]
    let splits = [MazeSplit.sizeDown3, .heldOut4, .sizeUp5, .sizeUp6]
    let rows = flatMap { trained in
      splits.map { split in
        [trained.name(after: "tokens-"), "\(split.sizes.lowerBound) x \(split.sizes.lowerBound)"]
          + metrics.map { metric in
            let slice = metric == .rightForks ? Slice.of("forks", 1...) : .everything
            return trained.estimate(metric, split.name, slice, after: "train").bareText(as: .share)
          }
      }
    }
    return .table(
      DocumentTable(
        columns: [.words("Network"), .words("Size")] + metrics.map { .numbers($0.printedName) }, rows: rows))
  }

  /// A row a network, and one of the random walk that never turns back.
  func exactPathsBySize() -> DocumentPart {
    let own = MazeSplit.heldOut3In4.name
    let rows = map { trained in
      func share(_ metric: Metric, _ split: String) -> String {
        trained.estimate(metric, split, after: "train").bareText(as: .share)
      }
      return [trained.name(after: "solver-")] + MazeSolver.asked.map { share(.exactPath, $0.name) }
        + [share(.validPath, own), share(.firstCell, own)]
    }
    let walk = ["random walk"] + MazeSolver.asked.map { self[0].randomWalk($0.name, .everything) } + ["", ""]
    let sizes = ["2 x 3", "3 x 3", "3 x 4", "4 x 4", "3 x 3, Wilson's", "3 x 3, any valid path", "3 x 3, first cell"]
    return .table(DocumentTable(columns: [.words("Network")] + sizes.map { .numbers($0) }, rows: rows + [walk]))
  }

  /// While training went on, a line a network.
  func exactPathCurves() -> DocumentPart {
    let curves = compactMap { trained in
      WatchedAnswers(trained.experiment, split: MazeSplit.heldOut3In4.name, upTo: "train", trained.runs)?
        .curve(.exactPath, on: .everything, name: trained.name(after: "solver-"))
    }
    return self[0].picture("while training", title: "exact paths in 3 x 3 cells while training") {
      LineChart(curves).svg(title: $0)
    }
  }

  /// A row a kind and number of mazes: the new kind, and the mazes learned from, before and after.
  func fineTunedOnFewMazes() -> DocumentPart {
    func row(_ trained: TrainedExperiment, _ tuning: MazeFineTuning, _ mazes: Int, after stage: String) -> [String] {
      func share(_ metric: Metric, _ split: MazeSplit) -> String {
        trained.estimate(metric, split.name, after: stage).bareText(as: .share)
      }
      return [tuning.kind.text, NumberText.count(mazes)]
        + [tuning.kind.asking, .heldOut3To5].flatMap { [share(.firstCell, $0), share(.exactPath, $0)] }
    }
    let rows = flatMap { trained in
      let tuning = MazeFineTuning.all.first { $0.id == trained.experiment.id }!
      return (tuning.distinct == MazeFineTuning.counts[0] ? [row(trained, tuning, 0, after: "train")] : [])
        + [row(trained, tuning, tuning.distinct, after: "fine-tune")]
    }
    return .table(
      DocumentTable(
        columns: [
          .words("Fine-tuned on"), .numbers("Mazes"), .numbers("First cell there"), .numbers("Exact there"),
          .numbers("First cell, 3 x 3 to 5 x 5"), .numbers("Exact, 3 x 3 to 5 x 5"),
        ], rows: rows))
  }
}

extension TrainedExperiment {
  /// By the steps of the path, and by the forks on it.
  func exactPathsByForks() -> DocumentPart {
    let split = MazeSplit.heldOut3In4.name
    let slices: [Slice] =
      [.everything, .of("steps", 1...2), .of("steps", 3...4), .of("steps", 5...8)]
      + [.of("forks", 0...0), .of("forks", 1...1), .of("forks", 2...2), .of("forks", 3...8)]
    let answers = answers(to: split, after: "train")
    func count(_ slice: Slice) -> Int { answers.reduce(0) { $0 + $1.evaluation.rows(in: slice).count } }
    return .table(
      DocumentTable(
        columns: [.words("Slice"), .numbers("Examples"), .numbers("Exact path"), .numbers("Random walk")],
        rows: slices.filter { count($0) > 0 }.map { slice in
          [
            slice.name, NumberText.count(count(slice)),
            estimate(.exactPath, split, slice, after: "train").bareText(as: .share), randomWalk(split, slice),
          ]
        }))
  }

  /// What a random walk that never turns back finds of the same mazes.
  fileprivate func randomWalk(_ split: String, _ slice: Slice) -> String {
    let walk = TrivialPredictor.attribute("walk-exact", label: "random walk")
    let scores = answers(to: split, after: "train").map {
      SeedScore(
        seed: $0.seed, score: walk.score(on: $0.evaluation, metric: .exactPath, slice: slice),
        examples: $0.evaluation.rows(in: slice).count)
    }
    return Estimate(scores.interval).bareText(as: .share)
  }
}
