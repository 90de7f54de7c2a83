import Testing

@testable import Bench
@testable import Judging
@testable import Learning
@testable import Results
@testable import Storage
@testable import Training

@Suite struct TimeEstimateTests {
  let scratch: ScratchFolder
  let settings: LabSettings

  init() throws {
    scratch = try ScratchFolder()
    settings = LabSettings(threads: 2, storeFolder: scratch("store"))
  }

  /// Keeps a made-up run whose two stages took so long.
  func keep(_ experiment: Experiment, replicate: Int, seconds: Double) throws {
    let stages = experiment.stages.map {
      Run.StageOutcome(name: $0.name, parameters: [], losses: [], predictions: [], seconds: seconds / 2)
    }
    let checkpoint = RunCheckpoint(run: Run(replicate: replicate, stages: stages), training: nil, seconds: 0)
    let identity = RunIdentity(experiment.plan, replicate: replicate, sources: .compiled)
    try RunStore(folder: scratch("store/runs")).keep(checkpoint.bytes, identity.hexadecimal)
  }

  func estimated(_ experiment: Experiment) throws -> TimeEstimate {
    var estimator = TimeEstimator(settings, hearing: QuietListener())
    return try estimator.estimate(experiment)
  }

  @Test func keptRunsSayHowLongTheOthersTake() async throws {
    let experiment = TinyExperiment.make(replicates: 5)
    try keep(experiment, replicate: 0, seconds: 10)
    try keep(experiment, replicate: 3, seconds: 30)
    let estimate = try estimated(experiment)
    // Three replicates of 20 seconds on 2 cores.
    #expect(estimate.basis == .kept(2) && estimate.missing == 3 && estimate.seconds == 30)
  }

  @Test func whereAllAreKeptItTakesNoTime() async throws {
    let experiment = TinyExperiment.make(replicates: 2)
    for replicate in 0..<2 { try keep(experiment, replicate: replicate, seconds: 10) }
    let estimate = try estimated(experiment)
    #expect(estimate.basis == .allKept && estimate.missing == 0 && estimate.seconds == 0)
    // Of another experiment nothing is.
    #expect(try estimated(TinyExperiment.make(rate: 1e-3, replicates: 2)).basis == .probe)
  }

  @Test func aDamagedRunIsNotKept() async throws {
    let experiment = TinyExperiment.make()
    try keep(experiment, replicate: 0, seconds: 10)
    for file in try AtomicFile.files(under: scratch("store")) { try AtomicFile.write([1], to: file) }
    #expect(try estimated(experiment).basis == .probe)
  }

  @Test func aProbeTakesLongerForMore() async throws {
    let few = try estimated(TinyExperiment.make(steps: 1_000, replicates: 4))
    let many = try estimated(TinyExperiment.make(steps: 100_000, replicates: 4))
    #expect(few.basis == .probe && few.missing == 4 && few.seconds > 0)
    // A hundred times the work; other processes may slow either probe down.
    #expect(many.seconds > 10 * few.seconds)
  }

  @Test func whatWasMeasuredHereIsNotMeasuredAgain() async throws {
    let experiment = TinyExperiment.make(replicates: 4)
    #expect(try KeptEstimates(settings).coreSeconds(of: experiment) == nil)
    let measured = try estimated(experiment)
    #expect(try estimated(experiment) == measured)
    try KeptEstimates(settings).keep(61.5, of: experiment)
    let kept = try estimated(experiment)
    #expect(kept.basis == .probe && kept.seconds == 4 * 61.5 / 2)
    // Not of another experiment, on another machine, or where nothing kept counts.
    let other = TinyExperiment.make(rate: 1e-3, replicates: 4)
    #expect(try KeptEstimates(settings).coreSeconds(of: other) == nil)
    #expect(try KeptEstimates(settings, machine: "another").coreSeconds(of: experiment) == nil)
    var fresh = settings
    fresh.isFresh = true
    var estimator = TimeEstimator(fresh, hearing: QuietListener())
    #expect(try estimator.estimate(experiment).seconds != kept.seconds)
  }

  @Test func anEstimateThatIsDamagedIsSaidAndMeasuredAndOthersAreNot() async throws {
    let (one, other) = (TinyExperiment.make(), TinyExperiment.make(rate: 1e-3))
    try KeptEstimates(settings).keep(61, of: other)
    try AtomicFile.write([1], to: KeptEstimates(settings).path(of: one))
    let listener = RecordingListener()
    var estimator = TimeEstimator(settings, hearing: listener)
    #expect(try estimator.estimate(one).seconds > 0 && estimator.estimate(other) == estimated(other))
    #expect(listener.warnings.count == 1 && listener.warnings[0].contains("how long \(one.id) takes again"))
    #expect(try KeptEstimates(settings).coreSeconds(of: one) != nil)
  }

  /// A file stands where the folder should.
  @Test func aStoreThatKeepsNothingIsSaidOnce() async throws {
    try AtomicFile.makeFolder(scratch("blocked"))
    try AtomicFile.write([1], to: scratch("blocked/estimates"))
    let listener = RecordingListener()
    var estimator = TimeEstimator(LabSettings(threads: 2, storeFolder: scratch("blocked")), hearing: listener)
    for rate in [1e-3, 2e-3] { #expect(try estimator.estimate(TinyExperiment.make(rate: rate)).seconds > 0) }
    #expect(listener.warnings.count { $0.contains("is not kept") } == 1)
  }

  /// Names, lengths and places in a plan cost nothing; another network does.
  @Test func whatWasWatchedIsNotWatchedAgain() {
    let (one, other) = (TinyExperiment.make(steps: 10), TinyExperiment.make(steps: 1_000, rate: 1e-3))
    var stage = other.stages[0]
    stage.name = "another"
    var shape = TinyExperiment.model
    shape.width = 16
    var speeds = Speeds()
    #expect(speeds.seconds(of: .training(one.plan.model, one: one.stages[0])) { 1 } == 1)
    #expect(speeds.seconds(of: .training(one.plan.model, one: stage)) { 2 } == 1)
    #expect(speeds.seconds(of: .training(.encoder(shape), one: stage)) { 3 } == 3)
    #expect(speeds.seconds(of: .exposure(stage.examples)) { 4 } == 4)
  }

  @Test func coresThatNobodyCanUseDoNotCount() {
    let one = TinyExperiment.make()  // three shards a step
    func seconds(_ missing: Int, cores: Int) -> Double {
      TimeEstimate(basis: .probe, missing: missing, coreSeconds: 60, cores: cores, of: one).seconds
    }
    #expect(seconds(1, cores: 1) == 60 && seconds(1, cores: 2) == 30 && seconds(1, cores: 64) == 20)
    #expect(seconds(2, cores: 64) == 20 && seconds(4, cores: 2) == 120)
  }

  @Test func theLengthsOfAReplicateAreThoseOfTheEstimate() async throws {
    let experiment = TinyExperiment.make(steps: 1_000, replicates: 4)
    var speeds = Speeds()
    let line = StageLengths.line(of: experiment, speeds: &speeds)
    #expect(!line.contains("\n"))
    let members = try FixtureReader(Array(line.utf8), file: "lengths", mend: "none").members(
      "experiment", "replicates", "stages")
    #expect(try members["experiment"]!.string() == experiment.id && members["replicates"]!.integer() == 4)
    for (stage, declared) in zip(try members["stages"]!.elements(), experiment.stages) {
      let parts = try stage.members("examples", "exposure", "questions", "shards", "training")
      #expect(try parts["shards"]!.integer() == 3 && parts["examples"]!.integer() == declared.recipe.examples)
      #expect(try parts["training"]!.number() > 0 && parts["exposure"]!.number() > 0)
      #expect(try parts["questions"]!.elements().map { try $0.number() }.allSatisfy { $0 > 0 })
    }
    let probe = SpeedProbe(experiment, speeds: &speeds)
    let sum = probe.lengths.reduce(0) { $0 + $1.training + $1.exposure + $1.questions[0] }
    #expect(probe.lengths.count == 2 && abs(probe.coreSeconds - sum) < 1e-9 * sum)
  }
}
