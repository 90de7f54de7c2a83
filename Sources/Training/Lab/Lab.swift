import Foundation

import Storage

/// Trains each replicate of each experiment once, whoever asks and however often, side by side on the cores there are,
/// and keeps what is finished.
package actor Lab {
  package nonisolated let settings: LabSettings
  package nonisolated let stop: StopSignal
  package nonisolated let listener: any LabListener
  package nonisolated let cores: Cores
  private let stores: LabStores
  private var runs: [RunIdentity: Task<Run, any Error>] = [:]
  /// By what they are of.
  private var works: [AnyHashable: any Sendable] = [:]

  /// - Parameter stop: asks its runs to save and end.
  package init(
    _ settings: LabSettings, listener: any LabListener = QuietListener(), stop: StopSignal = StopSignal()
  ) {
    self.settings = settings
    self.listener = listener
    self.stop = stop
    cores = Cores(settings.threads)
    stores = LabStores(settings)
  }

  /// Every replicate that finished, ascending. One that diverged is reported and left out: the claims then say so.
  /// Any other problem is thrown when all replicates have come to their end, or have saved.
  package func runs(of plan: TrainingPlan) async throws -> [Run] { try await outcomes(of: plan).finished }

  /// The same, beside those that diverged.
  package func outcomes(of plan: TrainingPlan) async throws -> (finished: [Run], diverged: [RunDiverged]) {
    let tasks = try (0..<plan.replicates).map { try task(plan, replicate: $0) }
    var finished: [Run] = []
    var diverged: [RunDiverged] = []
    var problem: (any Error)?
    for task in tasks {
      switch await task.result {
      case .success(let run): finished.append(run)
      case .failure(let lost as RunDiverged): diverged.append(lost)
      case .failure(let other): problem = problem ?? other
      }
    }
    for lost in diverged { listener.heard("\(lost)") }
    if let problem { throw problem }
    return (finished, diverged)
  }

  /// One replicate.
  package func run(_ plan: TrainingPlan, replicate: Int) async throws -> Run {
    try await task(plan, replicate: replicate).value
  }

  /// What each run's questions share with its training, up to symmetry.
  package func exposures(of plan: TrainingPlan, _ runs: [Run]) async throws -> [Exposure] {
    let tasks = try runs.map { try exposureTask(plan, replicate: $0.replicate) }
    var exposures: [Exposure] = []
    for task in tasks { exposures.append(try await task.value) }
    return exposures
  }

  package func exposure(of plan: TrainingPlan, replicate: Int) async throws -> Exposure {
    try await exposureTask(plan, replicate: replicate).value
  }

  private func exposureTask(_ plan: TrainingPlan, replicate: Int) throws -> Task<Exposure, any Error> {
    let identity = RunIdentity(plan, replicate: replicate, sources: .compiled)
    return once("exposures/\(identity.hexadecimal)") { [stores, cores, settings, listener] in
      try await onThreadOfItsOwn {
        try stores.exposure(
          of: plan, replicate: replicate, identity, isFresh: settings.isFresh, cores: cores, hearing: listener)
      }
    }
  }

  /// What is computed of finished runs: once, whoever asks, and kept as runs are.
  ///
  /// - Parameters:
  ///   - kind: the folder of the store.
  ///   - identity: of all that decides it, in hexadecimal.
  ///   - warning: what is done about kept bytes that cannot be read; the reason is put before it.
  package func derived<Value: Sendable>(
    _ kind: String, _ identity: String, warning: String, decoding: @escaping @Sendable ([UInt8]) throws -> Value,
    _ make: @escaping @Sendable () throws -> [UInt8]
  ) -> Task<Value, any Error> {
    once("\(kind)/\(identity)") { [settings, listener] in
      let store = RunStore(folder: "\(settings.storeFolder)/\(kind)")
      return try await onThreadOfItsOwn { () throws -> Value in
        do {
          if !settings.isFresh, let bytes = try store.load(identity) { return try decoding(bytes) }
        } catch let problem as FileProblem {
          throw problem
        } catch {
          listener.heard("\(error). \(warning)")
        }
        try store.requireWritable()
        let bytes = try make()
        try store.keep(bytes, identity)
        return try decoding(bytes)
      }
    }
  }

  /// Work whose outcome is the same whenever it is asked for: done once, however often it is.
  ///
  /// - Parameter subject: what it is of; no two works of this lab have the same.
  package func once<Value: Sendable>(
    _ subject: some Hashable & Sendable, _ work: @escaping @Sendable () async throws -> Value
  ) -> Task<Value, any Error> {
    if let task = works[AnyHashable(subject)] as? Task<Value, any Error> { return task }
    let task = Task { try await work() }
    works[AnyHashable(subject)] = task
    return task
  }

  private func task(_ plan: TrainingPlan, replicate: Int) throws -> Task<Run, any Error> {
    let identity = RunIdentity(plan, replicate: replicate, sources: .compiled)
    if let task = runs[identity] { return task }
    let training = ReplicateTraining(
      plan: plan, replicate: replicate, identity: identity, cores: cores, kept: stores.runs,
      checkpoints: stores.checkpoints, settings: settings, listener: listener, stop: stop)
    let task = Task { try await onThreadOfItsOwn { try training.runOrRecall() } }
    runs[identity] = task
    return task
  }
}

/// Training blocks for minutes: it must not hold one of the few threads that all asynchronous code shares.
private func onThreadOfItsOwn<Result: Sendable>(
  _ work: @escaping @Sendable () throws -> Result
) async throws -> Result {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: Swift.Result(catching: work)) }
  }
}
