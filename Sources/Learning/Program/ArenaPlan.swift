/// Where each buffer of a program stands in one block of memory, for batches of up to a given size. Buffers that are
/// never needed at the same time may share a place.
struct ArenaPlan: Sendable {
  /// In floats, by buffer; each a whole number of 64-byte lines.
  let offsets: [Int]
  let count: Int

  init(_ program: Program, tokens: Int, sequences: Int) {
    let lifetimes = Self.lifetimes(program)
    let sizes = program.buffers.map { buffer in
      (buffer.rows.count(tokens: tokens, sequences: sequences) * buffer.width + 15) / 16 * 16
    }
    // Largest first, each at the lowest place that is free for all of its life.
    let order = sizes.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    var offsets = Array(repeating: 0, count: sizes.count)
    var placed: [Int] = []
    var count = 0
    for buffer in order {
      guard let lifetime = lifetimes[buffer] else { continue }
      let rivals = placed.filter { lifetimes[$0]!.overlaps(lifetime) }.sorted { offsets[$0] < offsets[$1] }
      var offset = 0
      for rival in rivals where offsets[rival] < offset + sizes[buffer] {
        offset = max(offset, offsets[rival] + sizes[rival])
      }
      offsets[buffer] = offset
      placed.append(buffer)
      count = max(count, offset + sizes[buffer])
    }
    self.offsets = offsets
    self.count = count
  }

  /// By buffer: the instructions from the first to the last that touch it; nil if none does.
  static func lifetimes(_ program: Program) -> [ClosedRange<Int>?] {
    var lifetimes: [ClosedRange<Int>?] = Array(repeating: nil, count: program.buffers.count)
    func touch(_ buffer: Int, _ step: Int) {
      lifetimes[buffer] = (lifetimes[buffer]?.lowerBound ?? step)...step
    }
    for (step, instruction) in program.forward.enumerated() {
      for buffer in instruction.buffers { touch(buffer, step) }
    }
    let loss = program.forward.count
    touch(program.predictions, loss)
    if let gradients = program.predictionGradients { touch(gradients, loss) }
    for (step, instruction) in program.backward.enumerated() {
      for buffer in instruction.buffers { touch(buffer, loss + 1 + step) }
    }
    return lifetimes
  }
}
