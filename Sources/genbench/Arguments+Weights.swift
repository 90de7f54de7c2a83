import Bench
import Judging
import Results
import Storage
import Training

extension Arguments {
  /// The one experiment that asks weights from elsewhere; nil where none are given.
  func experimentWithWeights(_ profile: Profile) throws -> Experiment? {
    let files = all(Option.weights.name)
    guard !files.isEmpty else {
      guard self[Option.stage.name] == nil else {
        throw UsageProblem("--stage says after which stage --weights stand: give them.")
      }
      return nil
    }
    for name in [Option.set.name, Option.replicates.name, "seed", "missing", "shard", "curves", "readings"]
    where isGiven(name) {
      throw UsageProblem(
        "--weights and --\(name) cannot be given together: nothing is trained, and each file is a replicate.")
    }
    guard distinctValues.count == 1 else {
      throw UsageProblem("--weights are judged by one experiment: name it, and no other.")
    }
    return try Experiment.named(values[0], profile).asking(weightsIn: files, after: self[Option.stage.name])
  }
}

extension Experiment {
  /// Reads the weights that it asks, and asks them.
  func answered(_ settings: LabSettings) async throws -> TrainedExperiment {
    try await answered(by: (variation?.weights?.files ?? []).map(Safetensors.read), threads: settings.threads)
  }
}
