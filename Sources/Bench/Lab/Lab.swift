import Foundation

/// Trains each replicate of each experiment once, whoever asks and however often, side by side on the cores there are,
/// and keeps what is finished.
package actor Lab {
  package nonisolated let settings: LabSettings
  package nonisolated let stop = StopSignal()
  private let listener: any LabListener
  private let cores: Cores
  private let kept: RunStore
  private let checkpoints: RunStore
  private var sources: SourceRevision?
  private var runs: [RunIdentity: Task<Run, any Error>] = [:]

  package init(_ settings: LabSettings, listener: any LabListener = QuietListener()) {
    self.settings = settings
    self.listener = listener
    cores = Cores(settings.threads)
    kept = RunStore(folder: settings.storeFolder + "/runs")
    checkpoints = RunStore(folder: settings.storeFolder + "/checkpoints")
  }

  /// Every replicate that finished, ascending. One that diverged is reported and left out: the claims then say so.
  package func runs(of experiment: Experiment) async throws -> [Run] {
    let tasks = try (0..<experiment.replicates).map { try task(experiment, replicate: $0) }
    var finished: [Run] = []
    for task in tasks {
      do {
        finished.append(try await task.value)
      } catch let problem as RunDiverged {
        listener.heard("\(problem)")
      }
    }
    return finished
  }

  /// One replicate.
  package func run(_ experiment: Experiment, replicate: Int) async throws -> Run {
    try await task(experiment, replicate: replicate).value
  }

  package func sourceRevision() throws -> SourceRevision {
    if let sources { return sources }
    let current = try SourceRevision.current()
    sources = current
    return current
  }

  private func task(_ experiment: Experiment, replicate: Int) throws -> Task<Run, any Error> {
    let identity = RunIdentity(experiment, replicate: replicate, sources: try sourceRevision())
    if let task = runs[identity] { return task }
    let training = ReplicateTraining(
      experiment: experiment, replicate: replicate, identity: identity, cores: cores, kept: kept,
      checkpoints: checkpoints, settings: settings, listener: listener, stop: stop)
    let task = Task { try await Self.onThreadOfItsOwn { try training.runOrRecall() } }
    runs[identity] = task
    return task
  }

  /// Training blocks for minutes: it must not hold one of the few threads that all asynchronous code shares.
  private static func onThreadOfItsOwn(_ work: @escaping @Sendable () throws -> Run) async throws -> Run {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Result(catching: work)) }
    }
  }
}
