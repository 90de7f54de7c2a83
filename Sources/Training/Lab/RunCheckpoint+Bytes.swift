import Learning
import Storage

extension RunCheckpoint {
  private static let magic = "run 4"

  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(Self.magic)
    writer.write(run.replicate)
    writer.write(run.stages.count)
    for stage in run.stages {
      writer.write(stage.name)
      writer.write(stage.parameters)
      writer.write(stage.statistics)
      writer.write(stage.asker.parameters)
      writer.write(stage.asker.statistics)
      writer.write(stage.losses)
      writer.write(stage.predictions)
      writer.write(stage.milestones)
      writer.write(stage.seconds)
    }
    writer.write(training?.bytes ?? [])
    writer.write(amplification)
    writer.write(milestones)
    writer.write(seconds)
    return writer.bytes
  }

  /// - Parameter models: those of the plan's stages: the unfinished one's weights are of its own.
  /// - Throws: `ByteReader.Truncated` or `TrainingProblem`: then nothing of it may be used.
  package init(bytes: [UInt8], models: [any Model]) throws {
    var reader = ByteReader(bytes)
    guard try reader.readString() == Self.magic else { throw ByteReader.Truncated() }
    run = Run(replicate: try reader.readInt(), stages: [])
    for _ in 0..<(try reader.readCount()) {
      let name = try reader.readString()
      let parameters = try reader.readFloats()
      let statistics = try reader.readFloats()
      let asker = ModelValues(parameters: try reader.readFloats(), statistics: try reader.readFloats())
      let losses = try reader.readFloats()
      let predictions = try reader.readFloatArrays()
      let milestones = try reader.readMilestones()
      run.stages.append(
        Run.StageOutcome(
          name: name, parameters: parameters, statistics: statistics, asker: asker, losses: losses,
          predictions: predictions, milestones: milestones, seconds: try reader.readDouble()))
    }
    let state = try reader.readBytes()
    training = nil
    if !state.isEmpty {
      guard run.stages.count < models.count else { throw ByteReader.Truncated() }
      let model = models[run.stages.count]
      training = try TrainingState(
        bytes: state, parameterCount: model.layout.count, statisticCount: model.statistics.count)
    }
    amplification = try reader.readBytes()
    milestones = try reader.readMilestones()
    seconds = try reader.readDouble()
    guard reader.isAtEnd else { throw ByteReader.Truncated() }
  }
}
