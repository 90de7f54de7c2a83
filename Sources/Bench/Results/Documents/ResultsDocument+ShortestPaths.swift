import Data
import Reports

extension ResultsDocument {
  /// `docs/results/shortest-paths.md`
  static func shortestPaths(_ findings: Findings) throws -> ResultsDocument {
    ResultsDocument(
      Name.shortestPaths.rawValue, title: "Shortest paths: what was measured",
      sections: [try onPath(findings), try looped(findings)])
  }

  private static func onPath(_ findings: Findings) throws -> Section {
    let experiment = Experiment.shortestPathsOnPath(.standard)
    let scratch = Experiment.shortestPathsFromScratch(.standard)
    return Section(
      "The published question",
      [
        .text(
          """
          A network learns the distance from vertex 1 to vertex 2 in graphs of up to 15 vertices, and is then fine-tuned
          on other targets in graphs of up to 7. It is asked for other targets in larger graphs, which neither stage
          showed. The published network (Wang, Westover and Zhao, 2024) has 550,433 parameters and saw 315 million
          examples; the one here has 76,705 and sees 850,000.
          """),
        try findings.claims(of: experiment, scratch),
        try findings.measured("published numbers beside graphs/on-path", of: experiment) {
          [$0.beside(publishedLosses)]
        },
        try findings.measured("slices of graphs/on-path", of: experiment) { trained in
          [
            .text("Any target on the path, by number of vertices and by target, after either stage:"),
            trained.slices(
              Slice.ofGraphs, .squaredError, of: GraphSplit.onPathAnyTarget.name, after: ["train", "fine-tune"]),
          ]
        },
        try findings.measured("pictures of graphs/on-path", of: experiment) { trained in
          [
            trained.trainingLoss(), trained.losses(of: "any-target n=8...15 unseen"),
            trained.answers(of: "any-target n=8...15 unseen"),
          ]
        },
      ])
  }

  private static func looped(_ findings: Findings) throws -> Section {
    let experiment = Experiment.loopedShortestPaths(.standard)
    let named = Experiment.loopedShortestPathsWithNames(.standard)
    return Section(
      "A looped network",
      [
        .text(
          """
          Tokens are vertices without numbers, a token hears only the vertices that an edge joins it to, and one block is
          applied fifteen times. It learns d(1,2) alone. The control is told the numbers of the vertices.
          """),
        try findings.claims(of: experiment, named),
        try findings.measured("pictures of graphs/looped", of: experiment) { trained in
          [trained.trainingLoss(), trained.answers(of: "n=64 reachable")]
        },
      ])
  }

  /// Squared errors over all sizes, of the published network.
  private static let publishedLosses = [
    published("fine-tuned, on the fine-tune split", "0.01472", .fineTune),
    published("not fine-tuned, on the fine-tune split", "0.5531", .fineTune, after: "train"),
    published("on-path, small target", "0.1020", .onPathSmallTarget),
    published("on-path, any target", "0.1451", .onPathAnyTarget),
    published("any target, small graphs", "61.44", .anyTargetSmallGraphs),
    published("any small target, large graphs", "47.06", .anySmallTargetLargeGraphs),
    published("any target, large graphs", "72.87", .anyTargetLargeGraphs),
  ]

  private static func published(
    _ label: String, _ value: String, _ split: GraphSplit, after stage: String = "fine-tune"
  ) -> PublishedNumber {
    PublishedNumber(label: label, value: value, split: split.name, metric: .squaredError, stage: stage)
  }
}
