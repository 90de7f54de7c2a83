import Reports

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// A small experiment whose runs and baseline are made up and lie in a folder: what documents are written of.
struct MadeUpFindings {
  let scratch: ScratchFolder
  let experiment: Experiment

  init() throws {
    scratch = try ScratchFolder()
    experiment = TinyExperiment.make(
      questions: 23, replicates: 3,
      claims: [TinyExperiment.claim(), TinyExperiment.claim("control", atMost: 0.001, isControl: true)])
  }

  private var settings: LabSettings { LabSettings(threads: 1, storeFolder: scratch("store")) }

  /// Runs that answer everything with one number, a little more each replicate.
  private func runs(answering answer: Float) -> [Run] {
    (0..<experiment.replicates).map { replicate in
      let predictions = experiment.questions.map { Array(repeating: answer + Float(replicate) / 8, count: $0.count) }
      return Run(
        replicate: replicate,
        stages: experiment.stages.map { stage in
          Run.StageOutcome(
            name: stage.name, parameters: Array(repeating: 0, count: experiment.model.layout.count),
            losses: [4, 2, 1], predictions: predictions, seconds: 1)
        })
    }
  }

  func keepRuns(answering answer: Float) throws {
    for run in runs(answering: answer) {
      let identity = RunIdentity(experiment.plan, replicate: run.replicate, sources: .compiled)
      let checkpoint = RunCheckpoint(run: run, training: nil, seconds: 0)
      try RunStore(folder: scratch("store/runs")).keep(checkpoint.bytes, identity.hexadecimal)
    }
  }

  func accept(answering answer: Float) throws {
    let unseen = Exposure(
      seen: experiment.questions.map { q in experiment.stages.map { _ in [UInt8](repeating: 0, count: q.count) } })
    let runs = runs(answering: answer)
    try experiment.baseline(
      of: runs, runs.map { _ in unseen }, sources: .compiled, date: "2025-01-02", reason: "made up"
    ).save(in: scratch("fixtures/baselines/smoke"))
  }

  /// - Parameter hasRuns: false for what a fresh clone can say.
  func findings(hasRuns: Bool = true) throws -> Findings {
    Findings(hasRuns ? KeptRuns(settings, sources: .compiled) : nil, fixtures: scratch("fixtures"))
  }

  func document(hasRuns: Bool = true) throws -> ResultsDocument {
    let findings = try findings(hasRuns: hasRuns)
    return ResultsDocument(
      "made-up", title: "Made up",
      sections: [
        .init(
          "Tiny",
          [
            try findings.claims(of: experiment, published: ["tiny": "0.5"]),
            try findings.measured("slices of test/tiny", of: experiment) { trained in
              [
                trained.slices(
                  [.everything, .of("n", 3...3), .of("n", 99...99)], .squaredError, of: "tiny",
                  after: ["train", "fine-tune"]),
                trained.beside([
                  PublishedNumber(
                    label: "all of it", value: "0.5", split: "tiny", metric: .squaredError, stage: "fine-tune")
                ]),
              ]
            },
            try findings.measured("pictures of test/tiny", of: experiment) { trained in
              [trained.trainingLoss(), trained.losses(of: "tiny"), trained.answers(of: "tiny")]
                + trained.worstAnswers(of: "tiny", 1)
            },
          ])
      ])
  }

  var folder: DocumentFolder { DocumentFolder(scratch("docs")) }

  /// What a fresh clone would find wrong.
  func problems() throws -> [String] { try folder.problems([document(hasRuns: false)]).map(\.what) }

  func text() throws -> String {
    String(decoding: try AtomicFile.read(scratch("docs/made-up.md")) ?? [], as: UTF8.self)
  }
}
