import Data
import Judging
import Reports

extension ResultsDocument {
  /// `docs/results/shortest-paths.md`
  static func shortestPaths(_ findings: Findings) throws -> ResultsDocument {
    ResultsDocument(
      Name.shortestPaths.rawValue, title: "Shortest paths: what was measured",
      sections: [
        try onPath(findings), try shortestPathsCurves(findings), try shortestPathsAtPublishedSize(findings),
        try looped(findings),
        try handmadeSearch(findings),
        try shortestPathsStructures(findings), try shortestPathsInterventions(findings),
        try shortestPathsLeaks(findings),
      ])
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
          [$0.comparison(with: publishedLosses)]
        },
        .text(
          """
          Those numbers hide where the answers come from, and what fine-tuning costs. The published network's numbers are
          here those that an independent implementation measured with the weights that its authors released.
          """),
        try findings.measured("slices beside the published weights", of: experiment) {
          [$0.comparison(with: hiddenLosses)]
        },
        try findings.measured("slices of graphs/on-path", of: experiment) { trained in
          [GraphSplit.onPathSmallTarget, .onPathAnyTarget, .anyTargetLargeGraphs].flatMap { split in
            [
              DocumentPart.text(
                "Split `\(split.name)` by target, by number of vertices and by length of the path, after either stage:"),
              trained.slices(Slice.ofGraphs, .squaredError, of: split.name, after: ["train", "fine-tune"]),
            ]
          }
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

  /// What the headlines hide, of the published network: measured anew with its released weights.
  static let hiddenLosses = [
    published("train split, before fine-tuning", "0.0018", .train, after: "train"),
    published("train split, after it", "1.58", .train),
    published(
      "on-path, any target: t not 2, 8 to 15 vertices", "0.39", .onPathAnyTarget,
      Slice.of("n", 8...15).and(.of("t", 3...15))),
    published(
      "the same, answered right", "73 %", .onPathAnyTarget, Slice.of("n", 8...15).and(.of("t", 3...15)),
      .roundedAccuracy),
    published("on-path, any target: t = 8 to 15", "0.50", .onPathAnyTarget, .of("t", 8...15)),
    published("the same, answered right", "51 %", .onPathAnyTarget, .of("t", 8...15), .roundedAccuracy),
    published("any target, small graphs, reachable", "8.3", .anyTargetSmallGraphs, .reachable),
    published("any small target, large graphs, reachable", "11.9", .anySmallTargetLargeGraphs, .reachable),
    published("any target, large graphs, reachable", "14.6", .anyTargetLargeGraphs, .reachable),
  ]

  /// Squared errors over all sizes, of the published network.
  static let publishedLosses = [
    published("fine-tuned, on the fine-tune split", "0.01472", .fineTune),
    published("not fine-tuned, on the fine-tune split", "0.5531", .fineTune, after: "train"),
    published("on-path, small target", "0.1020", .onPathSmallTarget),
    published("on-path, any target", "0.1451", .onPathAnyTarget),
    published("any target, small graphs", "61.44", .anyTargetSmallGraphs),
    published("any small target, large graphs", "47.06", .anySmallTargetLargeGraphs),
    published("any target, large graphs", "72.87", .anyTargetLargeGraphs),
  ]

  private static func published(
    _ label: String, _ value: String, _ split: GraphSplit, _ slice: Slice = .everything,
    _ metric: Metric = .squaredError, after stage: String = "fine-tune"
  ) -> PublishedNumber {
    PublishedNumber(label: label, value: value, split: split.name, slice: slice, metric: metric, stage: stage)
  }
}
