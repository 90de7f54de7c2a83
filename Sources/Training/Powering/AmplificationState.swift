import Learning
import Storage

/// All that a system needs to go on as if it had never stopped. What is drawn depends on the numbers of ticks, transcripts
/// and steps alone, so there is no generator among it.
package struct AmplificationState: Sendable, Hashable {
  var learner: TrainingState
  var asker: TrainingState
  var targets: ReplayBuffer
  var transcripts: ReplayBuffer
  /// Target batches and transcripts made so far.
  var targetBatches: Int
  var transcriptCount: Int
  /// Transcripts that may be asked for already; parts add up.
  var transcriptsDue: Double
  /// The loss of H' on transcripts that were new to it.
  var newLoss: FadingMean
  var log: AmplificationLog
}

extension AmplificationState {
  private static let magic = "amplification 1"

  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(Self.magic)
    writer.write(learner.bytes)
    writer.write(asker.bytes)
    targets.write(to: &writer)
    transcripts.write(to: &writer)
    writer.write(targetBatches)
    writer.write(transcriptCount)
    writer.write(transcriptsDue)
    newLoss.write(to: &writer)
    log.write(to: &writer)
    return writer.bytes
  }

  /// - Throws: `ByteReader.Truncated` or `TrainingProblem`: then nothing of it may be used.
  init(bytes: [UInt8], _ answerer: some Model, _ asker: some Model) throws {
    var reader = ByteReader(bytes)
    guard try reader.readString() == Self.magic else { throw ByteReader.Truncated() }
    learner = try TrainingState(
      bytes: try reader.readBytes(), parameterCount: answerer.layout.count, statisticCount: answerer.statistics.count)
    self.asker = try TrainingState(
      bytes: try reader.readBytes(), parameterCount: asker.layout.count, statisticCount: asker.statistics.count)
    targets = try ReplayBuffer(&reader)
    transcripts = try ReplayBuffer(&reader)
    targetBatches = try reader.readInt()
    transcriptCount = try reader.readInt()
    transcriptsDue = try reader.readDouble()
    newLoss = try FadingMean(&reader)
    log = try AmplificationLog(&reader)
    guard reader.isAtEnd else { throw ByteReader.Truncated() }
  }
}

extension AmplificationLog {
  func write(to writer: inout ByteWriter) {
    writer.write(depths.lowerBound)
    writer.write(depths.upperBound)
    writer.write(targets)
    writer.write(looks)
  }

  init(_ reader: inout ByteReader) throws(ByteReader.Truncated) {
    let (first, last) = (try reader.readInt(), try reader.readInt())
    guard 0 < first, first <= last, last < 64 else { throw ByteReader.Truncated() }
    self.init(depths: first...last, targets: try reader.readFloats(), looks: try reader.readFloats())
    guard targets.count.isMultiple(of: 2 * depths.count), looks.count.isMultiple(of: 3 + 4 * depths.count) else {
      throw ByteReader.Truncated()
    }
  }
}
