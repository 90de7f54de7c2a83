import Data
import Judging
import Reports
import Training

/// Graphs as large as those trained on, and built otherwise.
extension ResultsDocument {
  static func shortestPathsStructures(_ findings: Findings) throws -> Section {
    let looped = Experiment.loopedShortestPaths(.standard)
    let onPath = Experiment.shortestPathsOnPath(.standard)
    return Section(
      "Graphs built otherwise",
      [
        .text(
          """
          All of training is graphs of n random pairs. These have as many vertices (8 to 15 unless said otherwise) and
          another structure: uniform trees; paths; `hubs`, trees grown by preferential attachment; two trees without a link;
          grids of 8 to 10 cells; four vertices all joined, with a tail; and half, one and a half, or two pairs a vertex.
          Any vertex may be the target. Shares are of rounded answers that are right; the examples that training has
          shown, up to the names of vertices, are left out.
          """),
        try findings.measured("structures", of: [looped, onPath]) { trained in
          [structures(trained[0], trained[1])]
        },
        .note(
          """
          The encoder's numbers are those of `graphs/on-path` after fine-tuning, which has taught it targets on shortest
          paths from 1 to 2 in graphs of up to 7 vertices and nothing else. Two kinds of graphs have more edges than its
          encoding has room for, and it is not asked about them.
          """),
        .text(
          """
          The paper's probe is the path 1-15-14-...-2: after training its network answers 13.45 where 14 is right. Ours,
          for that path and shorter ones, each number the mean over replicates:
          """),
        try findings.measured("line", of: [onPath, looped]) { trained in
          [line(trained[0], trained[1])]
        },
      ])
  }

  private static func structures(_ looped: TrainedExperiment, _ encoder: TrainedExperiment) -> DocumentPart {
    let splits = GraphSplit.structures + [.denser, .grid64]
    let asked = Set(encoder.experiment.asked.map(\.examples.name))
    func share(_ trained: TrainedExperiment, _ split: GraphSplit, _ stage: String) -> String {
      trained.estimate(.roundedAccuracy, split.name, .unseen, after: stage).bareText(as: .share)
    }
    let rows = splits.map { split in
      let isAsked = asked.contains(split.name)
      return [
        split.localName, share(looped, split, "train"), isAsked ? share(encoder, split, "fine-tune") : "",
        isAsked
          ? encoder.estimate(.squaredError, split.name, .unseen, after: "fine-tune").bareText(as: .number) : "",
      ]
    }
    return .table(
      DocumentTable(
        columns: [
          .words("Graphs"), .numbers("Looped network"), .numbers("Encoder, fine-tuned"),
          .numbers("Its squared error"),
        ], rows: rows))
  }

  private static func line(_ encoder: TrainedExperiment, _ looped: TrainedExperiment) -> DocumentPart {
    let sizes = [3, 5, 7, 9, 11, 13, 15]
    func row(_ name: String, _ trained: TrainedExperiment, _ stage: String) -> [String] {
      let answers = trained.answers(to: GraphSplit.line.name, after: stage)
      return [name] + sizes.map { NumberText.fixed(meanAnswer(answers, vertexCount: $0), decimals: 2) }
    }
    return .table(
      DocumentTable(
        columns: [.words("Answer")] + sizes.map { .numbers("true \($0 - 1)") },
        rows: [
          row("encoder, trained", encoder, "train"), row("encoder, fine-tuned", encoder, "fine-tune"),
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
