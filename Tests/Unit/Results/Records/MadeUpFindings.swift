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
      let predictions = experiment.asked.map { Array(repeating: answer + Float(replicate) / 8, count: $0.count) }
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
      seen: experiment.asked.map { q in experiment.stages.map { _ in [UInt8](repeating: 0, count: q.count) } })
    let runs = runs(answering: answer)
    let trained = try TrainedExperiment(
      experiment: experiment, runs: runs, exposures: runs.map { _ in unseen }, diverged: [])
    try trained.baseline(sources: .compiled, date: "2025-01-02", reason: "made up")
      .save(in: scratch("fixtures/baselines/smoke"))
  }

  /// - Parameter hasRuns: false for what a fresh clone can say.
  func findings(hasRuns: Bool = true) -> Findings {
    Findings(
      hasRuns ? KeptRuns(settings, sources: .compiled) : nil, fixtures: scratch("fixtures"), catalog: [experiment])
  }

  /// As somebody wrote it: every hole is empty.
  static let prose = """
    # Made up

    <!-- claims test/tiny profile=smoke published="tiny: 0.5" -->
    <!-- end -->

    It is off by <!-- value test/tiny claim=tiny profile=smoke --><!-- end -->, by *size*:

    <!-- slices test/tiny split=graphs/tiny metric=squared-error after="train, fine-tune" profile=smoke -->
    <!-- end -->

    <!-- training-loss test/tiny profile=smoke --><!-- end -->
    <!-- losses test/tiny claim=tiny profile=smoke --><!-- end -->
    <!-- answers test/tiny claim=tiny profile=smoke --><!-- end -->
    <!-- worst test/tiny claim=tiny profile=smoke --><!-- end -->

    The end.

    """

  var folder: DocumentFolder { DocumentFolder(scratch("docs"), names: ["made-up"]) }

  func write(_ prose: String = Self.prose) throws {
    try AtomicFile.makeFolder(scratch("docs"))
    try AtomicFile.write(Array(prose.utf8), to: scratch("docs/made-up.md"))
  }

  @discardableResult func fill(hasRuns: Bool = true) throws -> DocumentFolder.Outcome {
    try folder.write("made-up", findings(hasRuns: hasRuns))
  }

  /// What a fresh clone would find wrong.
  func problems() throws -> [String] { try folder.problems(findings(hasRuns: false)).map(\.what) }

  func text() throws -> String {
    String(decoding: try AtomicFile.read(scratch("docs/made-up.md")) ?? [], as: UTF8.self)
  }

  /// Of the document as it stands.
  func holes() throws -> [DocumentText.Hole] { try DocumentText(text(), file: "made-up.md").holes }
}
