import Learning

/// A run that is not finished: the stages that are, and the state of the one that is not.
package struct RunCheckpoint: Sendable, Hashable {
  package var run: Run
  var training: TrainingState?
  /// The same of a stage that is amplified; empty for any other.
  var amplification: [UInt8] = []
  /// What the unfinished stage's model has answered so far.
  var milestones: [Milestone] = []
  /// Wall-clock seconds the unfinished stage has taken so far.
  var seconds: Double

  var isFinished: Bool { training == nil && amplification.isEmpty }
}
