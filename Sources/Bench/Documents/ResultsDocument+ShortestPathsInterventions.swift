import Data
import Judging
import Reports

/// What was changed to get past the paper, on exactly its splits.
extension ResultsDocument {
  static func shortestPathsInterventions(_ findings: Findings) throws -> Section {
    let onPath = Experiment.shortestPathsOnPath(.standard)
    return Section(
      "What was tried",
      [
        .text(
          """
          Each changes one thing, and none of them shows a larger graph with another target than 2. *Renamed*: fine-tuning's
          vertices get other numbers of 2 to 15, so that small graphs have all of them. *Any target*: fine-tuned on any
          target of graphs of 3 to 7 vertices, reachable or not. *More loops*: a looped network learns with 8 loops, from
          distances capped at 8, and is asked with 15. *Capped*: trained to say 10 where the paper says 15, or a longer path. What did not work is listed as well.
          """),
        try findings.claims(of: .loopedMoreLoops(.standard), .shortestPathsCapped(.standard)),
        try findings.measured("ways to fine-tune", of: onPath) { trained in
          [
            .text("Squared error on the paper's splits, all sizes, after each way to fine-tune `graphs/on-path`:"),
            splits(trained, after: ["train", "fine-tune", "renamed", "any-target", "any-target renamed"]),
          ]
        },
      ])
  }

  /// The paper's splits, and of the one on which ours is judged what is larger than anything fine-tuning showed.
  private static func splits(_ trained: TrainedExperiment, after stages: [String]) -> DocumentPart {
    func row(_ name: String, _ split: GraphSplit, _ slice: Slice) -> [String] {
      [name] + stages.map { trained.estimate(.squaredError, split.name, slice, after: $0).bareText(as: .number) }
    }
    let onPath = GraphSplit.onPathAnyTarget
    return .table(
      DocumentTable(
        columns: [.words("Split")] + stages.map { .numbers($0) },
        rows: GraphSplit.published.map { row($0.localName, $0, .everything) } + [
          row("\(onPath.name), t=8...15", onPath, .of("t", 8...15)),
          row("\(onPath.name), n=8...15 unseen", onPath, .largeUnseenGraphs),
        ]))
  }
}
