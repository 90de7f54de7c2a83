import Storage

/// What a run tells while it trains.
package struct LabProgress: Sendable {
  package let experiment: String
  package let replicate: Int
  /// How many replicates the experiment has.
  package let replicates: Int
  package let stage: String
  /// Steps done and to do, over all stages of this replicate.
  package let step: Int
  package let steps: Int
  package let loss: Float
  package let examplesPerSecond: Double

  package init(
    experiment: String, replicate: Int, replicates: Int, stage: String, step: Int, steps: Int, loss: Float,
    examplesPerSecond: Double
  ) {
    self.experiment = experiment
    self.replicate = replicate
    self.replicates = replicates
    self.stage = stage
    self.step = step
    self.steps = steps
    self.loss = loss
    self.examplesPerSecond = examplesPerSecond
  }
}

/// Hears of progress, from any thread.
package protocol LabListener: Sendable {
  func heard(_ progress: LabProgress)
  /// Something that was put right, and that a person should know of.
  func heard(_ warning: String)
}

/// Hears nothing but warnings, which it passes on to standard error.
package struct QuietListener: LabListener {
  package let announcer = Announcer()

  package init() {}
  package func heard(_ progress: LabProgress) {}
  package func heard(_ warning: String) { announcer.say("warning: \(warning)\n", on: .errors) }
}
