import Data
import Judging
import Reports
import Training

/// What training has shown of what is asked.
extension ResultsDocument {
  static func shortestPathsLeaks(_ findings: Findings) throws -> Section {
    let experiment = Experiment.shortestPathsOnPath(.standard)
    return Section(
      "What training has shown",
      [
        .text(
          """
          The share of questions whose graph, with vertex 1 and the target marked and all other names forgotten, stood in a
          training split, by number of vertices, over five replicates. In parentheses is the expected rate: the same for
          as many questions drawn afresh by a seed that nothing else uses. There are few small graphs, and chance repeats
          them all; a share above the expected one would mean that questions are not drawn independently of training.
          `swift run genbench report --leaks graphs/on-path` prints these tables.
          """),
        try findings.measured("leaks of graphs/on-path", of: experiment) { trained in
          let splits = experiment.stages.map(\.examples.name)
          return LeakTable(experiment, replicates: trained.runs.map(\.replicate), trained.exposures).tables
            .filter { splits.contains($0.learned) }
            .flatMap { [DocumentPart.text("Shown by the split `\($0.learned)`:"), .table($0.table)] }
        },
      ])
  }
}
