import Learning
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct RunCheckpointTests {
  static let stage = Run.StageOutcome(
    name: "fine-tune ✓", parameters: [1, -0.0, .infinity, .leastNonzeroMagnitude], losses: [0.5],
    predictions: [[3, 4], [], [.pi]], milestones: milestones, seconds: 1.25)
  static let milestones = [
    Milestone(step: 2, predictions: [[5], [6, 7]]), Milestone(step: 3, predictions: [[], [-0.0]]),
  ]

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
    let read = try RunCheckpoint(bytes: checkpoint.bytes, parameterCount: 3)
    #expect(read == checkpoint && read.bytes == checkpoint.bytes)
    #expect(read.run.fingerprint == checkpoint.run.fingerprint)
  }

  @Test(arguments: checkpoints)
  func everyTruncationIsRefused(checkpoint: RunCheckpoint) {
    let bytes = checkpoint.bytes
    for length in 0..<bytes.count {
      #expect(throws: ByteReader.Truncated.self, "\(length) bytes") {
        try RunCheckpoint(bytes: Array(bytes[..<length]), parameterCount: 3)
      }
    }
    #expect(throws: ByteReader.Truncated.self) { try RunCheckpoint(bytes: bytes + [0], parameterCount: 3) }
  }

  @Test func anotherFormatIsRefused() {
    var bytes = Self.checkpoints[2].bytes
    // The version, after the length of the magic and "run ".
    bytes[8 + 4] += 1
    #expect(throws: ByteReader.Truncated.self) { try RunCheckpoint(bytes: bytes, parameterCount: 3) }
  }

  @Test func aStateOfAnotherModelIsRefused() {
    #expect(throws: TrainingProblem.self) {
      try RunCheckpoint(bytes: Self.checkpoints[1].bytes, parameterCount: 4)
    }
  }

  @Test func aRunsFingerprintHoldsEverythingButTheClock() {
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
    #expect(slower.fingerprint == run.fingerprint)
  }
}
