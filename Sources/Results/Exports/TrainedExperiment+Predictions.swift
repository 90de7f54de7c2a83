import Judging
import Storage
import Training

extension TrainedExperiment {
  /// What every replicate answered to every split after every stage, a row an example, as a file for other programs.
  package func predictions(_ format: RecordFormat) -> some Sequence<[UInt8]> {
    let attributes = attributes
    let parts = experiment.stages.flatMap { stage in experiment.asked.map { (stage, $0) } }
    return (-1..<parts.count).lazy.map { place -> [UInt8] in
      guard place >= 0 else {
        return Array(format.head(ExampleRecords([], metrics: [], of: subject("")).columns(attributes)).utf8)
      }
      let (stage, split) = parts[place]
      let answers = experiment.answers(to: split, after: stage.name, runs, exposures)
      let records = ExampleRecords(answers, metrics: [], of: subject(stage.name))
      return Array(records.chunks(format, attributes: attributes).joined())
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
