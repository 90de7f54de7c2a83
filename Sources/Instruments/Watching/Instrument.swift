import Training

/// What reads numbers off the replicates of an experiment, by watching them train once more. Pure data: a claim is about a
/// number by its name.
package protocol Instrument: Sendable, Hashable {
  /// Each costs a replay, unless it is kept. Empty where the run itself says enough: then nothing is trained again.
  var watches: [StageWatch] { get }
  /// The numbers of one replicate, each under another name; the same names for all replicates.
  ///
  /// - Throws: `AllocationProblem` where something watched is not complete: then there is no number.
  func readings(_ seen: Sighting) throws -> [Reading]
}

/// A number that was read off a replicate.
package struct Reading: Sendable, Hashable {
  package let name: String
  package let value: Double

  package init(_ name: String, _ value: Double) {
    self.name = name
    self.value = value
  }
}

/// What an instrument saw of one replicate.
package struct Sighting: Sendable, Hashable {
  package let plan: TrainingPlan
  package let run: Run
  /// In the order of the instrument's watches.
  package let stages: [WatchedStage]
  private let watches: [StageWatch]

  package init(_ plan: TrainingPlan, _ run: Run, _ watches: [StageWatch], _ stages: [WatchedStage]) {
    self.plan = plan
    self.run = run
    self.watches = watches
    self.stages = stages
  }

  package var replicate: Int { run.replicate }

  package func callAsFunction(_ watch: StageWatch) -> WatchedStage {
    guard let place = watches.firstIndex(of: watch) else {
      preconditionFailure("\(plan.id): \(watch.stage) is read, and was not watched like that.")
    }
    return stages[place]
  }
}
