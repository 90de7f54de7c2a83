extension TrainingState {
  private static let magic: [UInt8] = Array("genbench-state-2".utf8)

  /// Magic, four counts (parameters, statistics, averages, losses), then the arrays, little-endian. Whoever stores it adds
  /// the checksum.
  package var bytes: [UInt8] {
    var bytes = Self.magic
    for count in [parameters.count, statistics.count, averages == nil ? 0 : 1, losses.count] {
      append(UInt64(count), to: &bytes)
    }
    let averaged = averages.map { [$0.parameters, $0.statistics] } ?? []
    for array in [parameters, firstMoment, secondMoment, statistics] + averaged + [losses] {
      for value in array {
        append(value.bitPattern, to: &bytes)
      }
    }
    return bytes
  }

  /// Reads what `bytes` wrote, for a model with so many parameters and statistics; all of it or nothing.
  package init(bytes: [UInt8], parameterCount: Int, statisticCount: Int = 0) throws(TrainingProblem) {
    let mend = "Delete it and train again."
    let header = Self.magic.count + 4 * 8
    guard bytes.count >= header, bytes.starts(with: Self.magic) else {
      throw .unreadableState(field: "header", found: "not one of ours", mend: mend)
    }
    let counts = stride(from: Self.magic.count, to: header, by: 8).map { start in
      bytes[start..<start + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    }
    for (index, (field, count)) in [("parameter count", parameterCount), ("statistic count", statisticCount)]
      .enumerated()
    where counts[index] != UInt64(count) {
      throw .unreadableState(field: field, found: "\(counts[index]) where the model has \(count)", mend: mend)
    }
    guard counts[2] <= 1 else { throw .unreadableState(field: "averages", found: "\(counts[2])", mend: mend) }
    let hasAverages = counts[2] == 1
    let values = (3 + Int(counts[2])) * parameterCount + (1 + Int(counts[2])) * statisticCount
    let room = UInt64(bytes.count - header)
    guard counts[3] <= room / 4, room == 4 * (UInt64(values) + counts[3]) else {
      throw .unreadableState(field: "length", found: "\(bytes.count) bytes", mend: mend)
    }
    var position = header
    func floats(_ count: Int) -> [Float] {
      defer { position += 4 * count }
      return (0..<count).map { index in
        let start = position + 4 * index
        return Float(bitPattern: bytes[start..<start + 4].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
      }
    }
    parameters = floats(parameterCount)
    firstMoment = floats(parameterCount)
    secondMoment = floats(parameterCount)
    statistics = floats(statisticCount)
    averages = hasAverages ? ModelValues(parameters: floats(parameterCount), statistics: floats(statisticCount)) : nil
    losses = floats(Int(counts[3]))
  }

  private func append<Word: FixedWidthInteger>(_ word: Word, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: Word.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: word >> Word(shift)))
    }
  }
}
