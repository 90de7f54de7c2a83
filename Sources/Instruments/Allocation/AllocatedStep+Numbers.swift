extension AllocatedStep {
  private static let perObserver = 10
  private static let perMotion = 2

  static func numberCount(_ shape: AllocationShape) -> Int {
    2 + 2 * shape.sets + shape.observers * (perObserver + shape.tensors) + 2 * (perMotion + shape.tensors)
  }

  /// As one row of numbers.
  var numbers: [Double] {
    [Double(intervals), isResolved ? 1 : 0] + losses + allocated + observers.flatMap(\.numbers) + gradient.numbers
      + movement.numbers
  }

  /// What `numbers` wrote; nil where a count is no whole number.
  init?(numbers: [Double], _ shape: AllocationShape) {
    var rest = numbers[...]
    func next(_ count: Int) -> [Double] {
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    guard let intervals = Int(exactly: rest[rest.startIndex]), [0, 1].contains(rest[rest.startIndex + 1]) else {
      return nil
    }
    self.intervals = intervals
    isResolved = next(2)[1] == 1
    losses = next(shape.sets)
    allocated = next(shape.sets)
    let observers = (0..<shape.observers).compactMap { _ in
      StepSums(numbers: next(Self.perObserver + shape.tensors))
    }
    guard observers.count == shape.observers, let gradient = MotionSums(numbers: next(Self.perMotion + shape.tensors)),
      let movement = MotionSums(numbers: next(Self.perMotion + shape.tensors))
    else { return nil }
    (self.observers, self.gradient, self.movement) = (observers, gradient, movement)
  }
}

extension StepSums {
  fileprivate var numbers: [Double] {
    [help, hurt, excessKurtosis]
      + [helping, hurting, zeros, persistence.same, persistence.pairs, agreement.same, agreement.pairs].map(Double.init)
      + tensors
  }

  fileprivate init?(numbers: [Double]) {
    let counts = numbers[3..<10].compactMap { Int(exactly: $0) }
    guard counts.count == 7 else { return nil }
    (help, hurt, excessKurtosis) = (numbers[0], numbers[1], numbers[2])
    (helping, hurting, zeros) = (counts[0], counts[1], counts[2])
    persistence = SignCount(same: counts[3], pairs: counts[4])
    agreement = SignCount(same: counts[5], pairs: counts[6])
    tensors = Array(numbers[10...])
  }
}

extension MotionSums {
  fileprivate var numbers: [Double] { [Double(persistence.same), Double(persistence.pairs)] + squares }

  fileprivate init?(numbers: [Double]) {
    guard let same = Int(exactly: numbers[0]), let pairs = Int(exactly: numbers[1]) else { return nil }
    persistence = SignCount(same: same, pairs: pairs)
    squares = Array(numbers[2...])
  }
}
