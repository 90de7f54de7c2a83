extension AllocationState {
  private static let magic: [UInt8] = Array("genbench-loss-allocation-1".utf8)

  /// Magic, six counts (steps watched, parameters, tensors, sets, observers, steps kept), then numbers of eight bytes, all
  /// little-endian. Whoever stores it adds the checksum.
  package func bytes(_ shape: AllocationShape) -> [UInt8] {
    var bytes = Self.magic
    func append(_ word: UInt64) {
      for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift))) }
    }
    for count in [step, shape.parameters, shape.tensors, shape.sets, shape.observers, steps.count] {
      append(UInt64(count))
    }
    for number in numbers { append(number.bitPattern) }
    return bytes
  }

  private var numbers: [Double] {
    var numbers = weights.map(Double.init)
    for sums in parameters {
      numbers += sums.totals + sums.helped + sums.hurt + sums.track.signs.map(Double.init)
    }
    numbers += gradient.signs.map(Double.init) + movement.signs.map(Double.init)
    for step in steps { numbers += step.numbers }
    return numbers
  }

  /// Reads what `bytes` wrote for a state of this shape; all of it or nothing.
  package init(bytes: [UInt8], _ shape: AllocationShape) throws(AllocationProblem) {
    let header = Self.magic.count + 6 * 8
    guard bytes.count >= header, bytes.starts(with: Self.magic) else {
      throw .unreadableState(field: "header", found: "not one of ours")
    }
    func word(_ start: Int) -> UInt64 { bytes[start..<start + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) } }
    let counts = stride(from: Self.magic.count, to: header, by: 8).map(word)
    let wanted = [shape.parameters, shape.tensors, shape.sets, shape.observers]
    for (index, name) in ["parameter", "tensor", "set", "observer"].enumerated()
    where counts[index + 1] != UInt64(wanted[index]) {
      throw .unreadableState(
        field: "\(name) count", found: "\(counts[index + 1]) where the plan has \(wanted[index])")
    }
    let room = UInt64(bytes.count - header)
    let fixed = UInt64((3 + 4 * shape.observers) * shape.parameters)
    guard counts[5] <= counts[0], counts[0] <= UInt64(Int.max), counts[5] <= room / 8,
      room == 8 * (fixed + counts[5] * UInt64(AllocatedStep.numberCount(shape)))
    else {
      throw .unreadableState(field: "length", found: "\(bytes.count) bytes")
    }
    var numbers = stride(from: header, to: bytes.count, by: 8).map { Double(bitPattern: word($0)) }[...]
    func next(_ count: Int) -> [Double] {
      defer { numbers = numbers.dropFirst(count) }
      return Array(numbers.prefix(count))
    }
    func nextTrack() throws(AllocationProblem) -> SignTrack {
      let signs = next(shape.parameters)
      guard signs.allSatisfy({ [-1, 0, 1].contains($0) }) else {
        throw .unreadableState(field: "signs", found: "none of -1, 0 and 1")
      }
      return SignTrack(signs.map { Int8($0) })
    }
    self.init(at: next(shape.parameters).map { Float($0) }, observers: shape.observers)
    step = Int(counts[0])
    for observer in parameters.indices {
      parameters[observer].totals = next(shape.parameters)
      parameters[observer].helped = next(shape.parameters)
      parameters[observer].hurt = next(shape.parameters)
      parameters[observer].track = try nextTrack()
    }
    gradient = try nextTrack()
    movement = try nextTrack()
    for _ in 0..<counts[5] {
      guard let step = AllocatedStep(numbers: next(AllocatedStep.numberCount(shape)), shape) else {
        throw .unreadableState(field: "counts", found: "no whole numbers")
      }
      steps.append(step)
    }
  }
}
