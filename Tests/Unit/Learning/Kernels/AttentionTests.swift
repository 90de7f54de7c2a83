import Testing

@testable import Learning

@Suite struct AttentionTests {
  struct Setting: CustomTestStringConvertible {
    var lengths: [Int]
    var headCount: Int
    var headWidth: Int
    /// Of the values; nil for that of the keys.
    var valueWidth: Int?
    var isScaled = true
    var isCausal = false
    /// Every third key is masked, and all keys of `hiddenSequence`.
    var isMasked = false
    var hiddenSequence: Int?
    var prefixes: [Int32]?
    var farthest: Int?
    /// How many rows of each sequence ask, where not all do.
    var lastQueries: Int?
    /// Queries and keys are small whole numbers times this power of two, so that many scores are the same and every one is
    /// exact; nil for any numbers.
    var size: Float?

    var testDescription: String {
      "\(lengths), \(headCount) heads of \(headWidth), causal \(isCausal), masked \(isMasked)"
        + (valueWidth.map { ", values of \($0)" } ?? "") + (isScaled ? "" : ", not scaled")
        + (prefixes.map { ", prefixes \($0)" } ?? "") + (farthest.map { ", farthest \($0)" } ?? "")
        + (size.map { ", size \($0)" } ?? "")
    }
    var shape: Kernel.AttentionShape {
      Kernel.AttentionShape(
        headCount: headCount, headWidth: headWidth, valueWidth: valueWidth, isCausal: isCausal, farthest: farthest,
        isScaled: isScaled)
    }
    var bias: [Float]? {
      var noise = Noise(7)
      return farthest.map { noise.floats(headCount * (2 * $0 + 1)) }
    }
    var rows: Int { lengths.reduce(0, +) }
    var starts: [Int32] { lengths.reduce(into: [0]) { $0.append($0.last! + Int32($1)) } }
    var mask: [UInt8]? {
      guard isMasked else { return nil }
      return lengths.enumerated().flatMap { s, length in
        (0..<length).map { s != hiddenSequence && $0 % 3 != 1 ? 1 : 0 }
      }
    }
    var qkv: [Float] {
      var noise = Noise(8)
      return noise.floats(rows * shape.rowWidth).enumerated().map { place, number in
        guard let size, place % shape.rowWidth < 2 * shape.keyWidth else { return 2 * number }
        return (2 * number).rounded() * size
      }
    }
    /// Of all rows; zeros where a row does not ask.
    var wholeOutputGradient: [Float] {
      var noise = Noise(9)
      let gradient = noise.floats(rows * shape.width)
      return gradient.indices.map { asking.contains($0 / shape.width) ? gradient[$0] : 0 }
    }
    /// Of those that ask.
    var outputGradient: [Float] { ofThoseThatAsk(wholeOutputGradient, width: shape.width) }
    var asking: [Int] {
      var rows: [Int] = []
      for (sequence, length) in lengths.enumerated() {
        let end = Int(starts[sequence]) + length
        let count = min(length, lastQueries ?? length)
        rows += Array(end - count..<end)
      }
      return rows
    }
    func ofThoseThatAsk<Number>(_ values: [Number], width: Int) -> [Number] {
      asking.flatMap { values[$0 * width..<($0 + 1) * width] }
    }

    func forward() -> (output: [Float], logSumExp: [Float]) {
      var output = [Float](repeating: .nan, count: asking.count * shape.width)
      var logSumExp = [Float](repeating: .nan, count: asking.count * headCount)
      let needed = Kernel.attentionScratchCount(shape, longest: lengths.max()!)
      var scratch = [Float](repeating: .nan, count: needed + 1)
      Kernel.attention(
        shape, qkv: qkv, starts: starts, sequenceCount: lengths.count, keyMask: mask, prefixes: prefixes,
        bias: bias, lastQueries: lastQueries, output: &output, logSumExp: &logSumExp, scratch: &scratch)
      #expect(scratch[needed].isNaN, "wrote past its scratch")
      return (output, logSumExp)
    }

    func backward() -> [Float] { gradients().queryKeyValue }

    func gradients(_ ofOutput: [Float]? = nil) -> (queryKeyValue: [Float], bias: [Float]) {
      let (output, logSumExp) = forward()
      var gradient = [Float](repeating: .nan, count: rows * shape.rowWidth)
      var biasGradient = [Float](repeating: 0, count: bias?.count ?? 0)
      let needed = Kernel.attentionScratchCount(shape, longest: lengths.max()!)
      var scratch = [Float](repeating: .nan, count: needed + 1)
      Kernel.attentionBackward(
        shape, qkv: qkv, output: output, logSumExp: logSumExp, outputGradient: ofOutput ?? outputGradient,
        starts: starts,
        sequenceCount: lengths.count, keyMask: mask, prefixes: prefixes, bias: bias, biasGradient: &biasGradient,
        lastQueries: lastQueries, qkvGradient: &gradient, scratch: &scratch)
      #expect(scratch[needed].isNaN, "wrote past its scratch")
      return (gradient, biasGradient)
    }

    func naive(_ qkv: [Double]) -> [Double] { naive(qkv, bias: bias?.wide) }

    func naive(_ qkv: [Double], bias: [Double]?) -> [Double] {
      NaiveKernel.attention(shape, qkv: qkv, starts: starts, keyMask: mask, prefixes: prefixes, bias: bias)
    }
  }

  static let masked = Setting(lengths: [6, 18], headCount: 1, headWidth: 32, isMasked: true)
  static let hidden = Setting(lengths: [7, 5, 18], headCount: 2, headWidth: 8, isMasked: true, hiddenSequence: 1)

  /// Head widths below, at, and above a vector; one row, one vector of queries, several, and several blocks.
  static let small = [
    Setting(lengths: [1], headCount: 1, headWidth: 8),
    Setting(lengths: [5, 1, 3], headCount: 3, headWidth: 7),
    Setting(lengths: [5, 1, 3], headCount: 2, headWidth: 8, isCausal: true),
    Setting(lengths: [16, 0, 17], headCount: 1, headWidth: 16),
    Setting(lengths: [4, 19], headCount: 2, headWidth: 16, isCausal: true),
    Setting(lengths: [7, 5, 18], headCount: 2, headWidth: 7, isCausal: true, isMasked: true, hiddenSequence: 1),
    Setting(lengths: [70], headCount: 1, headWidth: 3),
    Setting(lengths: [70], headCount: 1, headWidth: 3, isCausal: true, isMasked: true),
    masked, hidden,
  ]
  static let large = [
    Setting(lengths: [67, 300, 2], headCount: 2, headWidth: 16),
    Setting(lengths: [67, 300, 2], headCount: 2, headWidth: 16, isCausal: true),
    Setting(lengths: [131], headCount: 1, headWidth: 32, isCausal: true, isMasked: true),
  ]

  /// Those in which every sequence has rows.
  static let whole = (small + large + AttentionBiasTests.settings).filter { !$0.lengths.contains(0) }

  /// A score adds up headWidth products whose partial sums grow like a random walk with steps of 4/3, and is divided by
  /// sqrt(headWidth): eight standard deviations of its rounding error are 5 sqrt(headWidth) units. Weights are off by as
  /// much in proportion, plus their sum's error; values are below 2.
  static func tolerance(_ setting: Setting) -> Double {
    let longest = Double(setting.lengths.max()!)
    return 2 * (5 * Double(setting.headWidth).squareRoot() + longest.squareRoot() + 4) * roundingUnit
  }

  @Test(arguments: small + large)
  func attentionIsTheNaiveOne(_ setting: Setting) {
    expectClose(setting.forward().output, setting.naive(setting.qkv.wide), within: Self.tolerance(setting))
  }

  @Test(arguments: small)
  func theBackwardPassAgreesWithCentralDifferences(_ setting: Setting) {
    let expected = centralDifferences(setting.qkv.wide, setting.outputGradient, setting.naive)
    // dOutput . v / sqrt(headWidth) has standard deviation 2/3, q and k have 1.2, the weights of a key add up to a few:
    // so a gradient's error is about that of an output. 1e-8 is from the differences.
    expectClose(setting.backward(), expected, within: 2 * Self.tolerance(setting) + 1e-8)
  }

  /// What one sequence's gradients are does not depend on where its queries are cut into blocks: a long causal sequence
  /// whose later output gradients are zero has, in its first rows, the gradients of the short one.
  @Test func laterQueriesWithoutGradientChangeNothing() {
    let long = Setting(lengths: [150], headCount: 1, headWidth: 16, isCausal: true)
    let qkv = long.qkv
    func gradient(_ length: Int) -> [Float] {
      let shape = long.shape
      var output = [Float](repeating: 0, count: length * 16)
      var logSums = [Float](repeating: 0, count: length)
      var scratch = [Float](repeating: 0, count: Kernel.attentionScratchCount(shape, longest: length))
      Kernel.attention(
        shape, qkv: qkv, starts: [0, Int32(length)], sequenceCount: 1, keyMask: nil, output: &output,
        logSumExp: &logSums, scratch: &scratch)
      let dy = long.outputGradient.enumerated().map { $0 < 60 * 16 ? $1 : 0 }
      var result = [Float](repeating: .nan, count: length * 48)
      Kernel.attentionBackward(
        shape, qkv: qkv, output: output, logSumExp: logSums, outputGradient: dy, starts: [0, Int32(length)],
        sequenceCount: 1, keyMask: nil, qkvGradient: &result, scratch: &scratch)
      return Array(result[..<(60 * 48)])
    }
    #expect(gradient(150) == gradient(60))
  }

  /// Not asking is asking without being heard: the same bits, also where blocks of queries then begin elsewhere.
  @Test(arguments: whole, [1, 2, 40])
  func rowsThatAreNotReadNeedNotAsk(_ setting: Setting, _ count: Int) {
    var some = setting
    some.lastQueries = min(count, setting.lengths.min()!)
    let (output, logSumExp) = setting.forward()
    #expect(some.forward().output == some.ofThoseThatAsk(output, width: setting.shape.width))
    #expect(some.forward().logSumExp == some.ofThoseThatAsk(logSumExp, width: setting.headCount))
    let found = some.gradients()
    let wanted = setting.gradients(some.wholeOutputGradient)
    #expect(found.queryKeyValue == wanted.queryKeyValue)
    #expect(found.bias == wanted.bias)
  }

  @Test func aQueryWithoutKeysGivesZerosAndNoGradient() {
    let setting = Self.hidden
    let hidden = 7..<12
    let width = setting.shape.width
    #expect(setting.forward().output[hidden.lowerBound * width..<hidden.upperBound * width].allSatisfy { $0 == 0 })
    let gradient = setting.backward()[hidden.lowerBound * 3 * width..<hidden.upperBound * 3 * width]
    #expect(gradient.allSatisfy { $0 == 0 })
  }

  @Test func aMaskedKeyHasNoInfluence() {
    let setting = Self.masked
    var changed = setting.qkv.wide
    let width = setting.shape.width
    for c in width..<3 * width { changed[1 * 3 * width + c] += 5 }  // key and value of row 1, which is masked
    expectClose(setting.forward().output, setting.naive(changed), within: Self.tolerance(setting))
    let gradient = setting.backward()
    #expect(gradient[3 * width + width..<6 * width].allSatisfy { $0 == 0 })
  }
}
