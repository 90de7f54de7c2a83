import Storage
import Training

extension Lab {
  /// What is seen of a stage of a finished run: once, whoever asks, and kept under an identity of its own.
  package func watched(_ watch: StageWatch, of run: Run, _ plan: TrainingPlan) async throws -> WatchedStage {
    let identity = ReadingIdentity(watch, of: run).hexadecimal
    let replay = StageReplay(
      watch: watch, plan: plan, run: run, identity: identity, cores: cores,
      checkpoints: RunStore(folder: settings.storeFolder + "/reading-checkpoints"), settings: settings,
      listener: listener, stop: stop)
    return try await derived(
      "readings", identity, warning: "Watching \(plan.id), replicate \(run.replicate), stage \(watch.stage), again.",
      decoding: { try WatchedStage(bytes: $0, of: watch, plan) }, { try replay.watched() }
    ).value
  }
}

extension LabStores {
  /// What an instrument saw of these runs, where all of it is kept; nil where some is not. Nothing is trained.
  ///
  /// - Throws: a problem of the store, or of what it keeps.
  package func sightings(
    by instrumentation: Instrumentation, of runs: [Run], _ plan: TrainingPlan
  ) throws -> [Sighting]? {
    let watches = instrumentation.instrument.watches
    var sightings: [Sighting] = []
    for run in runs {
      var stages: [WatchedStage] = []
      for watch in watches {
        guard let bytes = try readings.load(ReadingIdentity(watch, of: run).hexadecimal) else { return nil }
        stages.append(try WatchedStage(bytes: bytes, of: watch, plan))
      }
      sightings.append(Sighting(plan, run, watches, stages))
    }
    return sightings
  }
}
