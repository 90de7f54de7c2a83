import Learning
import Results
import Seeds
import Storage

/// Times one workload on this machine.
package struct SpeedTrial {
  package enum Mode: String, CaseIterable, Sendable {
    /// Forward, backward and an update of the weights.
    case train
    /// Forward only.
    case infer
    /// Reads all of a sequence but what is asked for, then continues it by its own answers.
    case decode
  }

  private let workload: Workload
  private let mode: Mode
  private let threads: Int
  private let parameters: [Float]
  private let source: WorkloadSource

  /// - Parameter file: first weights and batches; without it both are drawn.
  package init(_ workload: Workload, _ mode: Mode, threads: Int, file: Safetensors?) throws(SafetensorsProblem) {
    self.workload = workload
    self.mode = mode
    self.threads = threads
    let layout = Encoder(workload.model).layout
    let seed = Seed(root: 1).child(workload.name)
    parameters = try file?.parameters(of: layout) ?? layout.initialValues(seed: seed.child("weights"), workers: threads)
    source =
      try file.map { file throws(SafetensorsProblem) in try WorkloadSource(workload, file) }
      ?? WorkloadSource(workload, seed: seed.child("batches"))
  }

  /// - Parameter profiled: also says where the time goes, which takes some.
  package func run(profiled: Bool) throws(TrainingProblem) -> SpeedReport {
    switch mode {
    case .train: try train(profiled)
    case .infer: infer()
    case .decode: decode()
    }
  }

  private func train(_ profiled: Bool) throws(TrainingProblem) -> SpeedReport {
    let model = Encoder(workload.model)
    let trainer = Trainer(
      Program(model, for: .learning), workload.recipe, on: source, from: TrainingState(parameters: parameters),
      maximumWorkers: threads)
    let ready = ProcessFacts.secondsSinceStart
    try trainer.advance(by: 1, workers: threads)
    let firstStep = ProcessFacts.secondsSinceStart
    try trainer.advance(by: 4, workers: threads)
    let losses = trainer.state.losses
    if profiled { trainer.times = InstructionTimes() }
    let rate = try SteadyRate.measure { steps throws(TrainingProblem) in
      try trainer.advance(by: steps, workers: threads)
    }
    return report(rate, ready, firstStep, losses, operations: workload.operationsPerStep, trainer.times)
  }

  private func infer() -> SpeedReport {
    let predictor = Predictor(Encoder(workload.model), parameters: parameters)
    var next = 0
    func step() {
      let batch = next..<next + workload.batchSize
      _ = predictor.predictions(for: batch, of: source, workers: threads)
      next = batch.upperBound
    }
    let ready = ProcessFacts.secondsSinceStart
    step()
    let firstStep = ProcessFacts.secondsSinceStart
    let rate = SteadyRate.measure { steps in
      for _ in 0..<steps { step() }
    }
    return report(rate, ready, firstStep, [], operations: workload.operationsPerExample * workload.batchSize, nil)
  }

  private func decode() -> SpeedReport {
    let decoder = GreedyDecoder(Encoder(workload.model), parameters: parameters)
    var batch = Batch(idsPerToken: 1)
    source.append(0..<workload.batchSize, to: &batch)
    let prompts = stride(from: 0, to: batch.tokenCount, by: workload.length).map {
      Array(batch.ids[$0..<$0 + workload.length - workload.answerCount])
    }
    func step() { _ = decoder.continuations(of: prompts, count: workload.answerCount, workers: threads) }
    let ready = ProcessFacts.secondsSinceStart
    step()
    let firstStep = ProcessFacts.secondsSinceStart
    let rate = SteadyRate.measure { steps in
      for _ in 0..<steps { step() }
    }
    return report(rate, ready, firstStep, [], operations: workload.operationsPerExample * workload.batchSize, nil)
  }

  private func report(
    _ rate: Double, _ ready: Double?, _ firstStep: Double?, _ losses: [Float], operations: Int,
    _ times: InstructionTimes?
  ) -> SpeedReport {
    SpeedReport(
      workload: workload.name, mode: mode, threads: threads, stepsPerSecond: rate,
      examplesPerSecond: rate * Double(workload.batchSize),
      tokensPerSecond: mode == .decode ? rate * Double(workload.batchSize * workload.answerCount) : nil,
      gigaflops: rate * Double(operations) / 1e9, peakGigaflops: PeakLoop.gigaflops(threads: threads),
      readySeconds: ready, firstStepSeconds: firstStep, peakMemory: ProcessFacts.peakMemory, losses: losses,
      times: times)
  }
}
