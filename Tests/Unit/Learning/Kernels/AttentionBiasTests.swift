import Testing

@testable import Learning

/// Attention with prefixes, and with biases by distance. What it does without them is in `AttentionTests`.
@Suite struct AttentionBiasTests {
  typealias Setting = AttentionTests.Setting

  /// Prefixes of nothing, a part, and all of a sequence, that end within a vector of queries and beyond a block of them;
  /// distances clipped at once, after some, and never.
  static let settings = [
    Setting(lengths: [5, 1, 3], headCount: 2, headWidth: 7, isCausal: true, prefixes: [3, 1, 0]),
    Setting(lengths: [4, 19], headCount: 2, headWidth: 16, isCausal: true, prefixes: [4, 17]),
    Setting(lengths: [71], headCount: 1, headWidth: 3, isCausal: true, prefixes: [37]),
    Setting(lengths: [70, 7], headCount: 1, headWidth: 3, isCausal: true, isMasked: true, prefixes: [33, 2]),
    Setting(lengths: [5, 1, 3], headCount: 3, headWidth: 7, farthest: 2),
    Setting(lengths: [16, 0, 17], headCount: 1, headWidth: 16, farthest: 0),
    Setting(lengths: [70], headCount: 2, headWidth: 3, farthest: 100),
    Setting(lengths: [67, 4], headCount: 1, headWidth: 5, isCausal: true, farthest: 11),
    Setting(
      lengths: [7, 5, 37], headCount: 2, headWidth: 8, isCausal: true, isMasked: true, hiddenSequence: 1,
      prefixes: [3, 5, 20], farthest: 5),
  ]

  /// A bias below 1 is divided by the scale and added to a score, both rounded, and scaled back: together below 8, so at
  /// most 16 units beside those of `AttentionTests`, on values below 2.
  private func tolerance(_ setting: Setting) -> Double { AttentionTests.tolerance(setting) + 32 * roundingUnit }

  @Test(arguments: settings)
  func attentionIsTheNaiveOne(_ setting: Setting) {
    expectClose(setting.forward().output, setting.naive(setting.qkv.wide), within: tolerance(setting))
  }

  @Test(arguments: settings)
  func theBackwardPassAgreesWithCentralDifferences(_ setting: Setting) {
    let gradients = setting.gradients()
    let expected = centralDifferences(setting.qkv.wide, setting.outputGradient) { setting.naive($0) }
    // As in AttentionTests.
    expectClose(gradients.queryKeyValue, expected, within: 2 * tolerance(setting) + 1e-8, "qkv")

    guard let bias = setting.bias else { return }
    let biases = centralDifferences(bias.wide, setting.outputGradient) { setting.naive(setting.qkv.wide, bias: $0) }
    // A query's weights add up to 1, and each is multiplied by an output gradient times values, of deviation
    // 2/3 sqrt(headWidth); as many queries meet in one number as there are rows, with errors of either sign.
    let meeting = Double(setting.headWidth * setting.rows).squareRoot()
    expectClose(gradients.bias, biases, within: 2 * tolerance(setting) * meeting + 1e-8, "bias")
  }

  @Test func aPrefixOfNothingIsNoPrefix() {
    var setting = Setting(lengths: [4, 70], headCount: 2, headWidth: 7, isCausal: true)
    let without = (setting.forward().output, setting.backward())
    setting.prefixes = [0, 0]
    #expect(setting.forward().output == without.0)
    #expect(setting.backward() == without.1)
  }

  @Test func aPrefixOfEverythingIsNoOrder() {
    var setting = Setting(lengths: [4, 70], headCount: 2, headWidth: 7, isCausal: true, prefixes: [4, 70])
    let (output, gradient) = (setting.forward().output, setting.backward())
    (setting.isCausal, setting.prefixes) = (false, nil)
    // Sums over the same keys in the same order; only a key's sum over queries is cut into blocks elsewhere, in order too.
    #expect(setting.forward().output == output)
    #expect(setting.backward() == gradient)
  }
}
