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
