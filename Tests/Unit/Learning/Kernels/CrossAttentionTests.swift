import Testing

@testable import Learning

@Suite struct CrossAttentionTests {
  struct Setting: CustomTestStringConvertible {
    var queryCount: Int
    var keyCount: Int
    var headCount: Int
    var headWidth: Int

    var testDescription: String { "\(queryCount) to \(keyCount), \(headCount) heads of \(headWidth)" }
    var shape: Kernel.CrossAttentionShape { Kernel.CrossAttentionShape(headCount: headCount, headWidth: headWidth) }
    var queries: [Float] { noise(31, queryCount * shape.width).map { 2 * $0 } }
    var keysValues: [Float] { noise(32, keyCount * 2 * shape.width).map { 2 * $0 } }
    var outputGradient: [Float] { noise(33, queryCount * shape.width) }

    private func noise(_ seed: UInt64, _ count: Int) -> [Float] {
      var noise = Noise(seed)
      return noise.floats(count)
    }

    func forward() -> [Float] {
      var output = [Float](repeating: .nan, count: queryCount * shape.width)
      withScratch {
        Kernel.crossAttention(
          shape, queries: queries, queryCount: queryCount, keysValues: keysValues, keyCount: keyCount,
          output: &output, scratch: $0)
      }
      return output
    }

    func backward() -> (queries: [Float], keysValues: [Float]) {
      var gradients = (queries.map { _ in Float.nan }, keysValues.map { _ in Float.nan })
      withScratch {
        Kernel.crossAttentionBackward(
          shape, queries: queries, queryCount: queryCount, keysValues: keysValues, keyCount: keyCount,
          outputGradient: outputGradient, queryGradient: &gradients.0, keyValueGradient: &gradients.1, scratch: $0)
      }
      return gradients
    }

    private func withScratch(_ body: (UnsafeMutablePointer<Float>) -> Void) {
      let needed = Kernel.crossAttentionScratchCount(mostKeys: keyCount)
      var scratch = [Float](repeating: .nan, count: needed + 1)
      scratch.withUnsafeMutableBufferPointer { body($0.baseAddress!) }
      #expect(scratch[needed].isNaN, "wrote past its scratch")
    }

    func naive(_ queries: [Double], _ keysValues: [Double]) -> [Double] {
      NaiveKernel.crossAttention(shape, queries: queries, keysValues: keysValues)
    }

    /// That of attention in `LinkedAttentionTests`: the same sums.
    var tolerance: Double {
      2 * (5 * Double(headWidth).squareRoot() + Double(keyCount).squareRoot() + 4 + 16) * roundingUnit
    }
  }

  /// One key, fewer and more than a vector of them; head widths below, at and above a vector.
  static let settings = [
    Setting(queryCount: 1, keyCount: 1, headCount: 1, headWidth: 8),
    Setting(queryCount: 5, keyCount: 3, headCount: 3, headWidth: 7),
    Setting(queryCount: 2, keyCount: 16, headCount: 2, headWidth: 16),
    Setting(queryCount: 3, keyCount: 37, headCount: 1, headWidth: 29),
  ]

  @Test(arguments: settings)
  func attentionIsTheNaiveOne(_ setting: Setting) {
    expectClose(
      setting.forward(), setting.naive(setting.queries.wide, setting.keysValues.wide), within: setting.tolerance)
  }

  @Test(arguments: settings)
  func theBackwardPassAgreesWithCentralDifferences(_ setting: Setting) {
    let (queries, keysValues) = (setting.queries.wide, setting.keysValues.wide)
    let found = setting.backward()
    let query = centralDifferences(queries, setting.outputGradient) { setting.naive($0, keysValues) }
    expectClose(found.queries, query, within: 2 * setting.tolerance + 1e-8, "queries")
    let keyValue = centralDifferences(keysValues, setting.outputGradient) { setting.naive(queries, $0) }
    // As many queries meet in one key as there are.
    let meeting = Double(setting.queryCount).squareRoot()
    expectClose(found.keysValues, keyValue, within: 2 * setting.tolerance * meeting + 1e-8, "keys and values")
  }
}
