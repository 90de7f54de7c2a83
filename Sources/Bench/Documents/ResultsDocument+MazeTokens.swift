import Data
import Judging
import Reports

extension ResultsDocument {
  /// The issue's own question, with all eight ways to train.
  static func mazesInTokens(_ findings: Findings) throws -> Section {
    let experiments = MazeTokenSetting.all.map { Experiment.mazeTokens($0, .standard) }
    return Section(
      "Where the path starts: loss, positions, sizes",
      [
        .text(
          """
          A causal network continues a list of passages with a path. All lists about trees of one size are equally long, so
          where the path starts can be learned from the place in the sequence, which is wrong at every other size. Eight
          networks differ in what their loss counts (the path alone, or the whole sequence), in how they know positions
          (a learned vector for each place, or rotary), and in the sizes they are shown (4 x 4 alone, or 3 x 3, 4 x 4 and
          5 x 5). The first cell of an answer is a copy of the origin that the question names: finding it takes no skill in
          mazes. Claims are about the mazes whose origin has a token that training used.
          """),
        try findings.claims(of: experiments),
        try findings.measured("every score by size", of: experiments) { trained in
          [
            .text("Shares of all mazes asked, over five replicates; the last columns only where there are forks."),
            scores(trained),
          ]
        },
        try findings.measured("paths in tokens", of: experiments) { trained in
          let place = MazeTokenSetting.all.firstIndex(of: MazeTokenSetting(.path, .absolute, .one))!
          return [.text("Two mazes of 3 x 3 cells as the network answers them that knows 4 x 4; its path is dashed.")]
            + trained[place].worstAnswers(of: "first cell, 3 x 3")
        },
        .note(
          """
          Loss on the path alone buys speed: over as many examples the loss on the whole sequence, most of whose tokens
          are random, teaches hardly any network where to start at its own size. It does not cure the shortcut: with
          learned positions and one size the path begins nowhere in particular at the next size. Showing sizes moves the
          border to the sizes shown. Positions by distance move it beyond them. Networks as small and as short of
          examples as these do not find paths; the section on networks that do is below.
          """),
      ])
  }

  private static let metrics: [Metric] = [.firstCell, .legalSteps, .validPath, .exactPath, .rightForks]

  /// A row a network and size.
  private static func scores(_ trained: [TrainedExperiment]) -> DocumentPart {
    let splits = [MazeSplit.sizeDown3, .heldOut4, .sizeUp5, .sizeUp6]
    let rows = zip(MazeTokenSetting.all, trained).flatMap { setting, trained in
      splits.map { split in
        [setting.name, "\(split.sizes.lowerBound) x \(split.sizes.lowerBound)"]
          + metrics.map { metric in
            let slice = metric == .rightForks ? Slice.of("forks", 1...899) : .everything
            return trained.estimate(metric, split.name, slice, after: "train").bareText(as: .share)
          }
      }
    }
    return .table(
      DocumentTable(
        columns: [.words("Network"), .words("Size")] + metrics.map { .numbers($0.printedName) }, rows: rows))
  }

  /// A token a cell, and two dimensions.
  static func mazeMoves(_ findings: Findings) throws -> Section {
    let experiment = Experiment.mazeMoves(.standard)
    return Section(
      "A token a cell, positions in two dimensions",
      [
        .text(
          """
          Here a token is a cell, which knows how many rows and columns away every other cell lies, and the answer is a
          move for each cell. No place in a sequence says anything of the size, and no cell has a name.
          """),
        try findings.claims(of: experiment),
        try findings.measured("slices of mazes/moves", of: experiment) { trained in
          [MazeSplit.heldOut3To4, .sizeUp5, .sizeUp6, .sizeUp8].flatMap { split in
            [
              DocumentPart.text("Split `\(split.name)`, by steps of the shortest path and by forks on it:"),
              trained.slices(Slice.ofMazes, .exactPath, of: split.name, after: ["train"]),
            ]
          }
        },
      ])
  }

  /// Fine-tuned on few mazes.
  static func fineTunedMazes(_ findings: Findings) throws -> Section {
    let experiments = MazeFineTuning.all.map { Experiment.fineTunedMazes($0, .standard) }
    return Section(
      "Fine-tuned on few mazes, and what is forgotten",
      [
        .text(
          """
          The network that learned three sizes with learned positions is fine-tuned on 32, 256 or 2,048 distinct mazes,
          shown over and over: of 6 x 6 cells, where it does not know where a path starts, or of Wilson's, which have more
          forks. None is the network before.
          """),
        try findings.claims(of: experiments),
        try findings.measured("fine-tuning", of: experiments) { [tuned($0)] },
      ])
  }

  /// A row a kind and number of mazes: the new kind, and the mazes learned from, before and after.
  private static func tuned(_ trained: [TrainedExperiment]) -> DocumentPart {
    func row(_ trained: TrainedExperiment, _ tuning: MazeFineTuning, _ mazes: Int, after stage: String) -> [String] {
      func share(_ metric: Metric, _ split: MazeSplit) -> String {
        trained.estimate(metric, split.name, after: stage).bareText(as: .share)
      }
      return [tuning.kind.text, NumberText.count(mazes)]
        + [tuning.kind.asking, .heldOut3To5].flatMap { [share(.firstCell, $0), share(.exactPath, $0)] }
    }
    let rows = zip(MazeFineTuning.all, trained).flatMap { tuning, trained in
      (tuning.distinct == MazeFineTuning.counts[0] ? [row(trained, tuning, 0, after: "train")] : [])
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
