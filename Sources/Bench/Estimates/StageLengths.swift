import Judging
import Storage
import Training

/// How long the parts of a stage of one replicate take, in seconds of one core. What a schedule is simulated from.
package struct StageLengths: Sendable, Hashable {
  /// Into how many shards each step can be split.
  package var shards: Int
  package var examples: Int
  package var training = 0.0
  /// Looking for what was shown of what is asked.
  package var exposure = 0.0
  /// By question.
  package var questions: [Double]

  private var value: JSONValue {
    .object([
      "examples": .integer(examples), "exposure": .real(exposure), "questions": .array(questions.map(JSONValue.real)),
      "shards": .integer(shards), "training": .real(training),
    ])
  }

  /// One line of JSON: an experiment, and the stages of each of its replicates, by training it for a moment.
  package static func line(of experiment: Experiment, speeds: inout Speeds) -> String {
    JSONValue.object([
      "experiment": .string(experiment.id), "replicates": .integer(experiment.replicates),
      "stages": .array(SpeedProbe(experiment, speeds: &speeds).lengths.map(\.value)),
    ]).line
  }
}
