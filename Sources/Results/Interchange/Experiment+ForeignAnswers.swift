import Foundation
import Judging
import Learning
import Storage
import Training

extension Experiment {
  /// What weights from elsewhere answer to all that is asked: each file is a replicate, from 0 on, and is asked that
  /// replicate's questions. Nothing is trained, and nothing is kept.
  ///
  /// - Parameter files: in the order of the replicates of an experiment that asks them (`asking(weightsIn:after:)`).
  /// - Throws: `WeightsProblem` where a file does not fit the network, or what it makes of it answers no numbers.
  package func answered(by files: [Safetensors], threads: Int) async throws -> TrainedExperiment {
    precondition(
      files.count == plan.replicates && plan.steps == 0,
      "\(plan.id) has \(plan.replicates) replicates of \(plan.steps) steps, and \(files.count) files of weights.")
    let cores = Cores(threads)
    var runs: [Run] = []
    for (replicate, file) in files.enumerated() {
      var run = try await untrained(replicate, threads: threads)
      try answer(by: file, in: &run, cores)
      runs.append(run)
    }
    let exposures = runs.map { Exposure(of: plan, replicate: $0.replicate, cores: cores) }
    return try TrainedExperiment(experiment: self, runs: runs, exposures: exposures, diverged: [])
  }

  /// A run of no step that was asked nothing, from a store that is gone with it.
  private func untrained(_ replicate: Int, threads: Int) async throws -> Run {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    var blank = plan
    blank.asked = []
    return try await Lab(LabSettings(threads: threads, storeFolder: folder.path)).run(blank, replicate: replicate)
  }

  private func answer(by file: Safetensors, in run: inout Run, _ cores: Cores) throws {
    let architecture = plan.model(of: plan.stages[0])
    let values = try file.values(of: architecture.model)
    let seeds = ReplicateSeeds(run.replicate)
    let predictions = cores.share(plan.asked.count) { [plan] place -> [Float] in
      let split = plan.asked[place]
      return split.examples.task.answers(
        of: architecture.looped(split.loops), values, count: split.count, seed: seeds.questions(of: split))
    }
    if let place = predictions.firstIndex(where: { !$0.allSatisfy(\.isFinite) }) {
      throw WeightsProblem(
        file: file.file, tensor: "", what: "answers no finite numbers to \(plan.asked[place].examples.name)",
        mend: "train it again: weights whose training diverged cannot be judged")
    }
    run.stages[0].parameters = values.parameters
    run.stages[0].statistics = values.statistics
    run.stages[0].predictions = predictions
  }
}
