/// Turns queries and keys by their places (Su and others, 2021): pair i of a head's features by
/// `place * 10000^(-2 i / headWidth)` radians. No parameters.
struct RotaryPositions: Sendable {
  let headCount: Int
  let headWidth: Int
  /// How many places there are.
  let longest: Int
  /// `[longest, headWidth]`: the cosines of a place, then its sines.
  let turns: [Float]

  init(headCount: Int, headWidth: Int, longest: Int) {
    precondition(headWidth % 2 == 0, "Features are turned in pairs: a head cannot have \(headWidth).")
    precondition(longest > 0, "A model that knows \(longest) places reads nothing.")
    (self.headCount, self.headWidth, self.longest) = (headCount, headWidth, longest)
    let half = headWidth / 2
    let first = (0..<half).map { Self.turn(by: Self.exponential(-Self.logOfBase * Double($0) / Double(half))) }
    var place = Array(repeating: (cosine: 1.0, sine: 0.0), count: half)
    var turns: [Float] = []
    for _ in 0..<longest {
      turns += place.map { Float($0.cosine) } + place.map { Float($0.sine) }
      // One place further. The products' roundings, 1e-16 each, stay far below a float's over thousands of places.
      place = zip(place, first).map { here, step in
        (here.cosine * step.cosine - here.sine * step.sine, here.cosine * step.sine + here.sine * step.cosine)
      }
    }
    self.turns = turns
  }

  /// `[tokens, 3 width]`, queries, keys and values, to the same.
  func callAsFunction(_ queryKeyValue: Value) -> Value {
    precondition(
      queryKeyValue.rows == .tokens && queryKeyValue.width == 3 * headCount * headWidth,
      "Queries, keys and values of \(headCount) heads of \(headWidth) are not \(queryKeyValue.width) features.")
    return queryKeyValue.recorder.record(rows: .tokens, width: queryKeyValue.width) {
      Applied(rotary: self, input: queryKeyValue.id, output: $0)
    }
  }

  /// The natural logarithm of 10000.
  private static let logOfBase = 9.210340371976182736

  /// Cosine and sine of an angle in 0...1, by their power series: the first term left out is below 1e-19. No libm, whose
  /// last bits differ between machines.
  private static func turn(by angle: Double) -> (cosine: Double, sine: Double) {
    var (cosine, sine, term) = (1.0, 0.0, 1.0)
    for n in 1...20 {
      term *= angle / Double(n)
      switch n % 4 {
      case 1: sine += term
      case 2: cosine -= term
      case 3: sine -= term
      default: cosine += term
      }
    }
    return (cosine, sine)
  }

  /// e^x for x in -10...0: the power series of x / 16, to the 16th power. Off by a few 1e-16 of itself.
  private static func exponential(_ x: Double) -> Double {
    var (sum, term) = (1.0, 1.0)
    for n in 1...20 {
      term *= x / 16 / Double(n)
      sum += term
    }
    for _ in 0..<4 { sum *= sum }
    return sum
  }
}

extension RotaryPositions {
  struct Applied: Operation, Instruction {
    let rotary: RotaryPositions
    let input: Int
    let output: Int

    var inputs: [Int] { [input] }
    var kind: String { "rotary" }
    var lengths: ClosedRange<Int> { 1...rotary.longest }

    func run(by executor: Executor, on batch: Batch) {
      rotary.rotate(executor[input], isBack: false, into: executor[output], by: executor, on: batch)
    }

    func appendBackward(_ gradient: Int, _ saved: [Int], to builder: inout ProgramBuilder) {
      builder.reuse(gradient, for: input) {
        Backward(rotary: rotary, outputGradient: gradient, inputGradient: $0)
      }
    }
  }

  struct Backward: Instruction {
    let rotary: RotaryPositions
    let outputGradient: Int
    let inputGradient: Int

    var buffers: [Int] { [outputGradient, inputGradient] }
    var kind: String { "rotary, back" }

    func run(by executor: Executor, on batch: Batch) {
      rotary.rotate(executor[outputGradient], isBack: true, into: executor[inputGradient], by: executor, on: batch)
    }
  }

  /// Queries and keys by the angles of their places, or back.
  private func rotate(
    _ input: UnsafePointer<Float>, isBack: Bool, into output: UnsafeMutablePointer<Float>, by executor: Executor,
    on batch: Batch
  ) {
    executor.checkPlaces(of: batch, below: longest)
    batch.withPlaces { starts, firstPlaces in
      turns.withUnsafeBufferPointer { turns in
        Kernel.rotate(
          input, turns: turns.baseAddress! + (executor.cache?.length ?? 0) * headWidth, headCount: headCount,
          headWidth: headWidth, starts: starts, firstPlaces: firstPlaces, sequenceCount: batch.sequenceCount,
          isBack: isBack, into: output)
      }
    }
  }
}
