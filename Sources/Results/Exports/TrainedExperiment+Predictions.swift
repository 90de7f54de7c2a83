import Data
import Judging
import Storage
import Training

extension TrainedExperiment {
  /// What every replicate answered to every split after every stage, a row an example, as a file for other programs.
  package func predictions(_ format: RecordFormat) -> some Sequence<[UInt8]> {
    let (attributes, hasPaths) = (attributes, hasPaths)
    let parts = experiment.stages.flatMap { stage in experiment.asked.map { (stage, $0) } }
    return (-1..<parts.count).lazy.map { place -> [UInt8] in
      guard place >= 0 else {
        let records = ExampleRecords([], metrics: [], of: subject(""), hasPaths: hasPaths)
        return Array(format.head(records.columns(attributes)).utf8)
      }
      let (stage, split) = parts[place]
      let answers = experiment.answers(to: split, after: stage.name, runs, exposures)
      let records = ExampleRecords(
        answers, metrics: [], of: subject(stage.name), paths: paths(in: split, after: stage.name), hasPaths: hasPaths)
      return Array(records.chunks(format, attributes: attributes).joined())
    }
  }

  private var hasPaths: Bool { experiment.asked.contains { $0.examples.isAnsweredByPaths } }

  private func paths(in split: AskedSplit, after stage: String) -> [[MazeAnswer]]? {
    guard split.examples.isAnsweredByPaths else { return nil }
    let place = experiment.place(of: split)
    return runs.map { run in
      split.examples.paths(
        in: run.stage(named: stage).predictions[place], count: split.count,
        seed: ReplicateSeeds(run.replicate).questions(of: split))!
    }
  }

  private func subject(_ stage: String) -> [(name: String, value: String)] {
    [("experiment", experiment.id), ("stage", stage)]
  }

  /// Of every split that is asked, each once: a column that one of them has not is empty there.
  private var attributes: [String] {
    guard let run = runs.first, let exposure = exposures.first, let stage = experiment.stages.first else { return [] }
    let names = experiment.asked.flatMap { split in
      experiment.answers(to: split, after: stage.name, [run], [exposure])[0].evaluation.attributes.map(\.name)
    }
    return names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
