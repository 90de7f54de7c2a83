import Testing

@testable import Bench
@testable import Judging
@testable import Learning
@testable import Results
@testable import Storage
@testable import Training

@Suite struct RunCheckpointTests {
  static let stage = Run.StageOutcome(
    name: "fine-tune ✓", parameters: [1, -0.0, .infinity, .leastNonzeroMagnitude],
    asker: ModelValues(parameters: [2, -0.0], statistics: [.pi]), losses: [0.5],
    predictions: [[3, 4], [], [.pi]], milestones: milestones, seconds: 1.25)
  static let milestones = [
    Milestone(step: 2, predictions: [[5], [6, 7]]), Milestone(step: 3, predictions: [[], [-0.0]]),
  ]

  /// So many parameters, and nothing else that a checkpoint asks for.
  private struct Vector: Model {
    let layout: ParameterLayout
    var statistics: ParameterLayout { ParameterLayout() }
    var idsPerToken: Int { 1 }
    var loss: Loss { .squaredError }

    init(count: Int) {
      var layout = ParameterLayout()
      _ = layout.declare("values", count: count, .zeros)
      self.layout = layout
    }

    func callAsFunction(in recorder: Recorder) -> Value { preconditionFailure("A vector answers nothing.") }
  }

  /// The stages of a sweep: a checkpoint of the second stage is never read as the first one's.
  private static let models: [any Model] = [Vector(count: 3), Vector(count: 5), Vector(count: 3)]

  static var training: TrainingState {
    var state = TrainingState(parameters: [1, 2, 3])
    state.firstMoment = [-1, -2, -3]
    state.secondMoment = [4, 5, 6]
    state.losses = [9, 8]
    return state
  }

  static let checkpoints = [
    RunCheckpoint(run: Run(replicate: 0, stages: []), training: nil, seconds: 0),
    RunCheckpoint(run: Run(replicate: 3, stages: []), training: training, seconds: 2.5),
    RunCheckpoint(run: Run(replicate: 7, stages: [stage]), training: nil, seconds: 0),
    RunCheckpoint(
      run: Run(replicate: 7, stages: [stage, stage]), training: training, milestones: milestones, seconds: 1e9),
  ]

  @Test(arguments: checkpoints)
  func whatIsWrittenIsReadBack(checkpoint: RunCheckpoint) throws {
    let read = try RunCheckpoint(bytes: checkpoint.bytes, models: Self.models)
    #expect(read == checkpoint && read.bytes == checkpoint.bytes)
    #expect(read.run.fingerprint == checkpoint.run.fingerprint)
  }

  @Test(arguments: checkpoints)
  func everyTruncationIsRefused(checkpoint: RunCheckpoint) {
    let bytes = checkpoint.bytes
    for length in 0..<bytes.count {
      #expect(throws: ByteReader.Truncated.self, "\(length) bytes") {
        try RunCheckpoint(bytes: Array(bytes[..<length]), models: Self.models)
      }
    }
    #expect(throws: ByteReader.Truncated.self) { try RunCheckpoint(bytes: bytes + [0], models: Self.models) }
  }

  @Test(arguments: ["3", "5"] as [Character]) func anotherFormatIsRefused(version: Character) throws {
    var bytes = Self.checkpoints[2].bytes
    // After the length of the magic and "run ".
    bytes[8 + 4] = try #require(version.asciiValue)
    #expect(throws: ByteReader.Truncated.self) { try RunCheckpoint(bytes: bytes, models: Self.models) }
  }

  @Test func aStateOfAnotherModelIsRefused() {
    #expect(throws: TrainingProblem.self) {
      try RunCheckpoint(bytes: Self.checkpoints[1].bytes, models: [Vector(count: 4)])
    }
  }

  @Test func theStateIsThatOfTheUnfinishedStage() throws {
    let checkpoint = RunCheckpoint(run: Run(replicate: 7, stages: [Self.stage]), training: Self.training, seconds: 1)
    #expect(throws: TrainingProblem.self) { try RunCheckpoint(bytes: checkpoint.bytes, models: Self.models) }
    let other = [Vector(count: 5), Vector(count: 3)]
    #expect(try RunCheckpoint(bytes: checkpoint.bytes, models: other) == checkpoint)
    #expect(throws: ByteReader.Truncated.self) { try RunCheckpoint(bytes: checkpoint.bytes, models: [other[1]]) }
  }

  @Test func aRunsFingerprintHoldsEverythingButTheClockAndTheAsker() {
    let run = Run(replicate: 0, stages: [Self.stage])
    let changes: [(inout Run.StageOutcome) -> Void] = [
      { $0.name = "train" }, { $0.parameters[1] = 0 }, { $0.losses.append(0) }, { $0.predictions[2][0] = 3 },
      { $0.predictions = [[3], [4], [.pi]] },
      { $0.milestones.removeLast() }, { $0.milestones = [] }, { $0.milestones[0].step = 1 },
      { $0.milestones[0].predictions[1][1] = 8 }, { $0.milestones[0].predictions = [[5, 6], [7]] },
    ]
    var fingerprints: Set = [run.fingerprint]
    for change in changes {
      var other = run
      change(&other.stages[0])
      fingerprints.insert(other.fingerprint)
    }
    #expect(fingerprints.count == changes.count + 1)
    var slower = run
    slower.stages[0].seconds = 99
    slower.stages[0].asker.parameters[0] = 3
    #expect(slower.fingerprint == run.fingerprint)
  }
}
