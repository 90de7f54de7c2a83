import Storage

/// Where a lab keeps what it finished, what it has begun, and what runs have seen: one loader, for whoever trains and for
/// whoever reads without training.
package struct LabStores: Sendable {
  package let runs: RunStore
  let checkpoints: RunStore
  let exposures: RunStore
  /// What instruments saw of runs.
  package let readings: RunStore

  package init(_ settings: LabSettings) {
    func store(_ name: String) -> RunStore { RunStore(folder: "\(settings.storeFolder)/\(name)") }
    (runs, checkpoints, exposures) = (store("runs"), store("checkpoints"), store("exposures"))
    readings = store("readings")
  }

  /// The finished run of this identity; nil where none is kept.
  ///
  /// - Throws: `FileProblem` for a file that cannot be read; any other error says why what is there cannot be used.
  package func run(of plan: TrainingPlan, _ identity: RunIdentity) throws -> Run? {
    guard let kept = try runs.checkpoint(of: plan, identity), kept.isFinished else { return nil }
    return kept.run
  }

  /// What a replicate has seen of what it is asked: as it is kept, or measured, and then kept. What cannot be used is
  /// reported, and is then measured again.
  package func exposure(
    of plan: TrainingPlan, replicate: Int, _ identity: RunIdentity, isFresh: Bool = false, cores: Cores,
    hearing listener: any LabListener
  ) throws -> Exposure {
    do {
      if !isFresh, let bytes = try exposures.load(identity.hexadecimal) { return try Exposure(bytes: bytes) }
    } catch let problem as FileProblem {
      throw problem
    } catch {
      listener.heard("\(error). Measuring the leak of \(plan.id), replicate \(replicate), again.")
    }
    try exposures.requireWritable()
    let exposure = Exposure(of: plan, replicate: replicate, cores: cores)
    try exposures.keep(exposure.bytes, identity.hexadecimal)
    return exposure
  }
}

extension RunStore {
  /// What is kept of a replicate, finished or not; nil where nothing is.
  func checkpoint(of plan: TrainingPlan, _ identity: RunIdentity) throws -> RunCheckpoint? {
    guard let bytes = try load(identity.hexadecimal) else { return nil }
    return try RunCheckpoint(bytes: bytes, models: plan.stages.map { plan.model(of: $0).model })
  }
}
