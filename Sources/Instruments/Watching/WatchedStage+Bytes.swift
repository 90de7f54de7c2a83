import Learning
import Storage
import Training

extension WatchedStage.Progress {
  private static let magic = "watched stage 1"

  func write(_ shape: AllocationShape, to writer: inout ByteWriter) {
    writer.write(Self.magic)
    writer.write(state.bytes(shape))
    for rows in [matrix, followed] {
      writer.write(rows.count)
      for row in rows { writer.write(row) }
    }
    writer.write(flips.count)
    for flip in flips {
      writer.write(flip.step)
      writer.write([flip.measured] + flip.predicted)
    }
  }

  /// - Throws: `ByteReader.Truncated` or `AllocationProblem`: then nothing of it may be used.
  init(_ reader: inout ByteReader, _ shape: AllocationShape) throws {
    guard try reader.readString() == Self.magic else { throw ByteReader.Truncated() }
    state = try AllocationState(bytes: try reader.readBytes(), shape)
    matrix = []
    for _ in 0..<(try reader.readCount()) { matrix.append(try reader.readDoubles()) }
    followed = []
    for _ in 0..<(try reader.readCount()) { followed.append(try reader.readDoubles()) }
    flips = []
    for _ in 0..<(try reader.readCount()) {
      let step = try reader.readInt()
      let numbers = try reader.readDoubles()
      guard let measured = numbers.first else { throw ByteReader.Truncated() }
      flips.append(CoinFlips.Point(step: step, measured: measured, predicted: Array(numbers.dropFirst())))
    }
  }
}

extension WatchedStage {
  func bytes(_ shape: AllocationShape) -> [UInt8] {
    var writer = ByteWriter()
    Progress(state: allocation.state, matrix: matrix, followed: followed, flips: flips).write(shape, to: &writer)
    writer.write(allocation.ends.flatMap { [$0.first, $0.last] })
    return writer.bytes
  }

  /// - Throws: as `Progress` does.
  init(bytes: [UInt8], of watch: StageWatch, _ plan: TrainingPlan) throws {
    let stage = plan.stage(named: watch.stage)
    let layout = plan.model(of: stage).layout
    var reader = ByteReader(bytes)
    let progress = try Progress(&reader, AllocationShape(watch.allocation, sets: watch.sets.count, layout))
    let ends = try reader.readDoubles()
    guard reader.isAtEnd, ends.count == 2 * watch.sets.count, progress.followed.count == watch.follows.count else {
      throw ByteReader.Truncated()
    }
    allocation = Allocation(
      plan: watch.allocation, state: progress.state, stepCount: stage.recipe.steps,
      ends: watch.sets.indices.map { LossEnds(first: ends[2 * $0], last: ends[2 * $0 + 1]) }, tensors: layout.tensors)
    matrix = progress.matrix
    followed = progress.followed
    flips = progress.flips
  }
}
