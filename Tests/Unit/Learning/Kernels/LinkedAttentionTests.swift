import Testing

@testable import Learning

@Suite struct LinkedAttentionTests {
  struct Setting: CustomTestStringConvertible {
    var rows: Int
    var headCount: Int
    var headWidth: Int
    var kindCount = 3
    /// Every token links to the places whose number is below this, out of 13.
    var density = 7
    /// As in `AttentionTests`.
    var size: Float?

    var testDescription: String {
      "\(rows) rows, \(headCount) heads of \(headWidth), \(kindCount) kinds, density \(density)"
    }
    var shape: Kernel.LinkedAttentionShape {
      Kernel.LinkedAttentionShape(headCount: headCount, headWidth: headWidth, kindCount: kindCount)
    }
    var links: [[(end: Int, kind: Int)]] {
      (0..<rows).map { row in
        (0..<rows).filter { (7 * row + 5 * $0) % 13 < density }.map { ($0, (row + 2 * $0) % kindCount) }
      }
    }
    var qkv: [Float] {
      noise(8, rows * 3 * shape.width).enumerated().map { place, number in
        guard let size, place % (3 * shape.width) < 2 * shape.width else { return 2 * number }
        return (2 * number).rounded() * size
      }
    }
    var outputGradient: [Float] { noise(9, rows * shape.width) }
    /// None beside large scores, which leave no room for it.
    var bias: [Float] { noise(7, headCount * kindCount).map { size == nil ? $0 : 0 } }
    var values: [Float] { noise(6, kindCount * shape.width) }

    private func noise(_ seed: UInt64, _ count: Int) -> [Float] {
      var noise = Noise(seed)
      return noise.floats(count)
    }

    func forward() -> (output: [Float], logSumExp: [Float]) {
      var output = [Float](repeating: .nan, count: rows * shape.width)
      var logSumExp = [Float](repeating: .nan, count: rows * headCount)
      let needed = Kernel.linkedAttentionScratchCount(mostLinks: links.map(\.count).max()!)
      var scratch = [Float](repeating: .nan, count: needed + 1)
      withLinks(links) { links in
        Kernel.linkedAttention(
          shape, qkv: qkv, links: links, rows: rows, bias: bias, values: values, output: &output, logSumExp: &logSumExp,
          scratch: &scratch)
      }
      #expect(scratch[needed].isNaN, "wrote past its scratch")
      return (output, logSumExp)
    }

    func backward() -> (queryKeyValue: [Float], bias: [Float], values: [Float]) {
      let (output, logSumExp) = forward()
      var gradient = [Float](repeating: .nan, count: rows * 3 * shape.width)
      var biasGradient = [Float](repeating: 0, count: bias.count)
      var valueGradient = [Float](repeating: 0, count: values.count)
      let needed = Kernel.linkedAttentionScratchCount(mostLinks: links.map(\.count).max()!)
      var scratch = [Float](repeating: .nan, count: needed + 1)
      withLinks(links) { links in
        Kernel.linkedAttentionBackward(
          shape, qkv: qkv, output: output, logSumExp: logSumExp, outputGradient: outputGradient, links: links,
          rows: rows, bias: bias, values: values, biasGradient: &biasGradient, valueGradient: &valueGradient,
          qkvGradient: &gradient, scratch: &scratch)
      }
      #expect(scratch[needed].isNaN, "wrote past its scratch")
      return (gradient, biasGradient, valueGradient)
    }

    func naive(_ qkv: [Double], bias: [Double], values: [Double]) -> [Double] {
      NaiveKernel.linkedAttention(shape, qkv: qkv, links: links, bias: bias, values: values)
    }
  }

  /// Head widths below, at and above a vector; one link, none, fewer and more than a vector of them.
  static let settings = [
    Setting(rows: 1, headCount: 1, headWidth: 8),
    Setting(rows: 5, headCount: 3, headWidth: 7),
    Setting(rows: 11, headCount: 2, headWidth: 16, kindCount: 1, density: 2),
    Setting(rows: 37, headCount: 1, headWidth: 3, kindCount: 5, density: 13),
    Setting(rows: 17, headCount: 2, headWidth: 29, density: 13),
    Setting(rows: 7, headCount: 2, headWidth: 5, density: 0),
  ]

  @Test(arguments: settings)
  func attentionIsTheNaiveOne(_ setting: Setting) {
    expectClose(
      setting.forward().output, setting.naive(setting.qkv.wide, bias: setting.bias.wide, values: setting.values.wide),
      within: Self.tolerance(setting))
  }

  @Test(arguments: settings)
  func theBackwardPassAgreesWithCentralDifferences(_ setting: Setting) {
    let (qkv, bias, values) = (setting.qkv.wide, setting.bias.wide, setting.values.wide)
    let gradients = setting.backward()
    let expected = centralDifferences(qkv, setting.outputGradient) {
      setting.naive($0, bias: bias, values: values)
    }
    // As in AttentionTests.
    expectClose(gradients.queryKeyValue, expected, within: 2 * Self.tolerance(setting) + 1e-8, "qkv")
    let biases = centralDifferences(bias, setting.outputGradient) {
      setting.naive(qkv, bias: $0, values: values)
    }
    // As in AttentionBiasTests: as many queries meet in one number as there are rows.
    let meeting = Double(setting.headWidth * setting.rows).squareRoot()
    expectClose(gradients.bias, biases, within: 2 * Self.tolerance(setting) * meeting + 1e-8, "bias")
    let added = centralDifferences(values, setting.outputGradient) { setting.naive(qkv, bias: bias, values: $0) }
    expectClose(gradients.values, added, within: 2 * Self.tolerance(setting) * meeting + 1e-8, "values")
  }

  /// That of dense attention: the same scores, weights and values, with at most `rows` links.
  static func tolerance(_ setting: Setting) -> Double {
    2 * (5 * Double(setting.headWidth).squareRoot() + Double(setting.rows).squareRoot() + 4 + 16) * roundingUnit
  }

  @Test func aTokenWithoutLinksGivesZerosAndNoGradient() {
    let setting = Self.settings[5]
    #expect(setting.forward().output.allSatisfy { $0 == 0 })
    #expect(setting.backward().queryKeyValue.allSatisfy { $0 == 0 })
    #expect(setting.backward().bias.allSatisfy { $0 == 0 })
    #expect(setting.backward().values.allSatisfy { $0 == 0 })
  }
}
