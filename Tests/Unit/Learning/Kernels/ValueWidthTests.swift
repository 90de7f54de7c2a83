import Testing

@testable import Learning

/// Attention whose values are wider or narrower than its keys, and whose scores are not scaled.
@Suite struct ValueWidthTests {
  typealias Setting = AttentionTests.Setting

  static let settings = [
    Setting(lengths: [5, 1, 3], headCount: 3, headWidth: 2, valueWidth: 7, isScaled: false),
    Setting(lengths: [7, 2], headCount: 2, headWidth: 7, valueWidth: 3),
    Setting(lengths: [19], headCount: 1, headWidth: 3, valueWidth: 37, isCausal: true),
    Setting(lengths: [4, 70], headCount: 2, headWidth: 5, valueWidth: 16, isScaled: false, isMasked: true),
    Setting(lengths: [11, 2], headCount: 2, headWidth: 17, valueWidth: 1, isScaled: false),
  ]

  /// As in `AttentionTests`; scores that are not divided by sqrt(headWidth) are as much larger, and so are their errors.
  private static func tolerance(_ setting: Setting) -> Double {
    AttentionTests.tolerance(setting) * (setting.isScaled ? 1 : Double(setting.headWidth).squareRoot())
  }

  @Test(arguments: settings)
  func attentionIsTheNaiveOne(_ setting: Setting) {
    expectClose(setting.forward().output, setting.naive(setting.qkv.wide), within: Self.tolerance(setting))
  }

  @Test(arguments: settings)
  func theBackwardPassAgreesWithCentralDifferences(_ setting: Setting) {
    let expected = centralDifferences(setting.qkv.wide, setting.outputGradient, setting.naive)
    // An output gradient meets a whole value: with values wider than keys the sum has as many more terms.
    let terms = max(1, Double(setting.shape.valueWidth) / Double(setting.headWidth)).squareRoot()
    expectClose(setting.backward(), expected, within: 2 * terms * Self.tolerance(setting) + 1e-8)
  }

  @Test(arguments: settings, [1, 2])
  func rowsThatAreNotReadNeedNotAsk(_ setting: Setting, _ count: Int) {
    var some = setting
    some.lastQueries = min(count, setting.lengths.min()!)
    #expect(some.forward().output == some.ofThoseThatAsk(setting.forward().output, width: setting.shape.width))
    #expect(some.backward() == setting.gradients(some.wholeOutputGradient).queryKeyValue)
  }
}
