import Testing

@testable import Learning

/// Scores whose last bit is worth so much that an exponential would not survive it.
@Suite struct LargeScoresTests {
  static let sizes: [Float] = [1, 0x1p10, 0x1p12, 0x1p20, 0x1p50]

  private static let dense = (AttentionTests.small + [AttentionTests.large[2]]).filter { !$0.lengths.contains(0) }

  /// Of several keys with the largest score all count alike, and no other key counts.
  @Test(arguments: dense, sizes)
  func denseAttentionIsTheNaiveOne(_ setting: AttentionTests.Setting, _ size: Float) {
    var setting = setting
    setting.size = size
    expectClose(
      setting.forward().output, setting.naive(setting.qkv.wide), within: AttentionTests.tolerance(setting))
    let gradient = setting.backward()
    #expect(gradient.allSatisfy { $0.isFinite })
    // Outputs are linear in the values, however large the scores are: whatever direction the values go, the gradient says
    // how far the outputs go.
    let places = gradient.indices.filter { $0 % setting.shape.rowWidth >= 2 * setting.shape.keyWidth }
    var noise = Noise(12)
    for _ in 0..<3 {
      var qkv = setting.qkv.wide
      for place in places { qkv[place] = Double(noise.float()) }
      let expected = zip(setting.naive(qkv), setting.outputGradient).reduce(0) { $0 + $1.0 * Double($1.1) }
      let found = places.reduce(0) { $0 + qkv[$1] * Double(gradient[$1]) }
      #expect(abs(found - expected) <= Double(places.count) * AttentionTests.tolerance(setting))
    }
  }

  @Test(arguments: LinkedAttentionTests.settings, sizes)
  func linkedAttentionIsTheNaiveOne(_ setting: LinkedAttentionTests.Setting, _ size: Float) {
    var setting = setting
    setting.size = size
    let (qkv, bias, values) = (setting.qkv.wide, setting.bias.wide, setting.values.wide)
    let tolerance = LinkedAttentionTests.tolerance(setting)
    expectClose(setting.forward().output, setting.naive(qkv, bias: bias, values: values), within: tolerance)
    let gradients = setting.backward()
    #expect((gradients.queryKeyValue + gradients.bias).allSatisfy { $0.isFinite })
    let expected = centralDifferences(values, setting.outputGradient) { setting.naive(qkv, bias: bias, values: $0) }
    let meeting = Double(setting.headWidth * setting.rows).squareRoot()
    expectClose(gradients.values, expected, within: 2 * tolerance * meeting + 1e-8, "values")
  }

  /// A query that sees a key, and no score that a float could hold, has no weights: that must show.
  @Test func scoresThatNoFloatHoldsShow() {
    for size in [Float(0x1p70), -0x1p70] {
      let qkv: [Float] = [size, 0x1p70, 1, size, 0x1p70, 2]  // two tokens of one feature: q, k, v
      var (output, logSums) = ([Float](repeating: 0, count: 2), [Float](repeating: 0, count: 2))
      let shape = Kernel.AttentionShape(headCount: 1, headWidth: 1, isCausal: false)
      var scratch = [Float](repeating: 0, count: Kernel.attentionScratchCount(shape, longest: 2))
      Kernel.attention(
        shape, qkv: qkv, starts: [0, 2], sequenceCount: 1, keyMask: nil, output: &output, logSumExp: &logSums,
        scratch: &scratch)
      #expect(output.allSatisfy { $0.isNaN }, "\(size)")
    }
  }
}
