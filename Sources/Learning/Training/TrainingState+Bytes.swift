extension TrainingState {
  private static let magic: [UInt8] = Array("genbench-state-1".utf8)

  /// Magic, two counts, then the four arrays, little-endian. Whoever stores it adds the checksum.
  package var bytes: [UInt8] {
    var bytes = Self.magic
    append(UInt64(parameters.count), to: &bytes)
    append(UInt64(losses.count), to: &bytes)
    for array in [parameters, firstMoment, secondMoment, losses] {
      for value in array {
        append(value.bitPattern, to: &bytes)
      }
    }
    return bytes
  }

  /// Reads what `bytes` wrote, for a model with `parameterCount` parameters; all of it or nothing.
  package init(bytes: [UInt8], parameterCount: Int) throws(TrainingProblem) {
    let mend = "Delete it and train again."
    let header = Self.magic.count + 16
    guard bytes.count >= header, bytes.starts(with: Self.magic) else {
      throw .unreadableState(field: "header", found: "not one of ours", mend: mend)
    }
    let counts = [Self.magic.count, Self.magic.count + 8].map { start in
      bytes[start..<start + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    }
    guard counts[0] == UInt64(parameterCount) else {
      throw .unreadableState(
        field: "parameter count", found: "\(counts[0]) where the model has \(parameterCount)", mend: mend)
    }
    let room = UInt64(bytes.count - header) / 4
    guard counts[1] <= room, UInt64(bytes.count - header) == 4 * (3 * counts[0] + counts[1]) else {
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
    losses = floats(Int(counts[1]))
  }

  private func append<Word: FixedWidthInteger>(_ word: Word, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: Word.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: word >> Word(shift)))
    }
  }
}
