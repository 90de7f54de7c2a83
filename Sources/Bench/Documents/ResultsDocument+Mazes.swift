import Data
import Judging
import Reports

extension ResultsDocument {
  /// `docs/results/mazes.md`
  static func mazes(_ findings: Findings) throws -> ResultsDocument {
    ResultsDocument(
      Name.mazes.rawValue, title: "Mazes: what was measured",
      sections: [
        try otherSizes(findings), try muchLarger(findings), try mazesInTokens(findings), try mazeSolvers(findings),
        try mazeMoves(findings), try fineTunedMazes(findings),
      ])
  }

  /// A section is a function: it says what was asked, what is claimed of it, and what the runs show.
  private static func otherSizes(_ findings: Findings) throws -> Section {
    let experiment = Experiment.mazesOfOtherSizes(.standard)
    let splits = [MazeSplit.heldOut3To5, .sizeUp8, .wilson, .cycles10].map(\.name)
    return Section(
      "Other sizes, other generators",
      [
        .text(
          """
          A looped network learns, for every cell, the distance to the target, in depth-first mazes of 3 x 3 to 5 x 5
          cells. The path goes downhill. It is then asked about larger mazes, about mazes of another generator, and about
          mazes with cycles, none of which, turned or mirrored, was trained on.
          """),
        try findings.claims(of: experiment),
        try findings.measured("slices of mazes/other-sizes", of: experiment) { trained in
          splits.flatMap { split in
            [
              DocumentPart.text("Split `\(split)`, by steps of the shortest path and by forks on it:"),
              trained.slices(Slice.ofMazes, .shortestPath, of: split, after: ["train"]),
            ]
          }
        },
        try findings.measured("training of mazes/other-sizes", of: experiment) { [$0.trainingLoss()] },
        try findings.measured("paths of mazes/other-sizes", of: experiment) { trained in
          [.text("The two mazes of 8 x 8 cells whose answers were furthest off; the answered path is dashed.")]
            + trained.worstAnswers(of: "8 x 8")
        },
        .note(
          """
          The network is told which cells are neighbours and which of them a passage joins, and its answer counts its
          loops: nothing in it depends on a size. What is left to learn is one step of the map's rule. Told besides in
          which row and column each cell lies, the same network does it in the sizes it learned, and fails in larger ones:
          """),
        try findings.claims(of: .mazesWithPlaces(.standard)),
      ])
  }

  private static func muchLarger(_ findings: Findings) throws -> Section {
    let others = LargerMazeTraining.allCases.filter { $0 != .forests }
    return Section(
      "Mazes much larger",
      [
        .text(
          """
          The same network, trained with 40 loops on forests: depth-first mazes of 3 x 3 to 5 x 5 cells of which every
          passage is walled up with probability 1/16. It is asked with 225 and 600 loops. The best published network
          trained at 5 x 5 cells has 97.3 % at 30 x 30, with one of five seeds dropped; here none is.
          """),
        try findings.claims(
          of: .muchLargerMazes(.forests, .standard), published: ["30 x 30": "97.3 %, one of five seeds dropped"]),
        .text(
          """
          What it could do without: trees in place of forests, 25 loops in place of 40, or both; and, in place of both, the
          progressive loss, by which half of the examples teach from a random loop on.
          """),
        try findings.claims(of: others.map { .muchLargerMazes($0, .standard) }),
      ])
  }
}
