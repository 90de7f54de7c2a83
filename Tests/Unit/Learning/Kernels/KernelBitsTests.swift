import Testing

@testable import Learning

/// The same inputs give the same bits on every machine. The hashes were recorded with AVX-512; a build with
/// GENBENCH_MARCH=x86-64-v3 must reproduce them. A change of a kernel's arithmetic changes them, and every baseline.
@Suite struct KernelBitsTests {
  @Test func matrixProductsKeepTheirBits() {
    let hashes = MatrixProductTests.shapes.map {
      fingerprint(MatrixProductTests.Operands($0).product(.bias, transposed: true, packed: true))
    }
    expectBits(hashes, 0x52cf_eeb3_d53c_29f9)
  }

  @Test func activationsKeepTheirBits() {
    let x = ActivationTests.points
    let hashes = ActivationTests.kinds.flatMap { kind in
      var (y, dx) = (x, x)
      Kernel.activate(kind, x, count: x.count, into: &y)
      Kernel.activateBackward(kind, x: x, outputGradient: y, count: x.count, into: &dx)
      return [fingerprint(y), fingerprint(dx)]
    }
    expectBits(hashes, 0x092e_5e5e_5009_e632)
  }

  @Test func layerNormKeepsItsBits() {
    let hashes = LayerNormTests.shapes.flatMap { rows, width in
      let inputs = LayerNormTests.Inputs(rows: rows, width: width)
      let (y, mean, inverse) = inputs.forward()
      let (dx, dScale, dShift) = inputs.backward()
      return [y, mean, inverse, dx, dScale, dShift].map(fingerprint)
    }
    expectBits(hashes, 0x5ed3_687b_ee32_539f)
  }

  @Test func attentionKeepsItsBits() {
    let hashes = (AttentionTests.small + AttentionTests.large).flatMap { setting in
      let (output, logSumExp) = setting.forward()
      return [output, logSumExp, setting.backward()].map(fingerprint)
    }
    expectBits(hashes, 0x7500_865e_958c_8106)
  }

  @Test func attentionWithPrefixesAndBiasesKeepsItsBits() {
    let hashes = AttentionBiasTests.settings.flatMap { setting in
      let (output, logSumExp) = setting.forward()
      let gradients = setting.gradients()
      return [output, logSumExp, gradients.queryKeyValue, gradients.bias].map(fingerprint)
    }
    expectBits(hashes, 0xa0c8_878a_ee6d_f4c5)
  }

  @Test func linkedAttentionKeepsItsBits() {
    let hashes = LinkedAttentionTests.settings.flatMap { setting in
      let (output, logSumExp) = setting.forward()
      let gradients = setting.backward()
      return [output, logSumExp, gradients.queryKeyValue, gradients.bias, gradients.values].map(fingerprint)
    }
    expectBits(hashes, 0x8bd7_c4fc_c611_a08c)
  }

  @Test func sumsKeepTheirBits() {
    var noise = Noise(20)
    let (x, y) = (noise.floats(1003), noise.floats(1003))
    var (gradient, columns) = (x, [Float](repeating: 0, count: 59))
    let error = Kernel.squaredError(predictions: x, targets: y, count: 1003, scale: 0.1, gradient: &gradient)
    Kernel.addColumnSums(x, rows: 17, columns: 59, into: &columns)
    let hashes = [
      error.bitPattern, Kernel.sumOfSquares(x, count: 1003).bitPattern, fingerprint(gradient), fingerprint(columns),
    ]
    expectBits(hashes, 0x2ea1_d0b2_e8bc_b807)
  }

  @Test func embeddingKeepsItsBits() {
    var noise = Noise(21)
    let table = noise.floats(7 * 37)
    var (out, gradient) = ([Float](repeating: 0, count: 5 * 37), [Float](repeating: 0, count: 7 * 37))
    let ids = EmbeddingTests.ids
    Kernel.embed(ids: ids, idsPerRow: 3, combination: .sum, table: table, tableWidth: 37, rows: 5, into: &out)
    Kernel.embedBackward(
      ids: ids, idsPerRow: 3, combination: .sum, outputGradient: out, tableWidth: 37, rows: 5, tableGradient: &gradient)
    expectBits([fingerprint(out), fingerprint(gradient)], 0xb860_03d2_a160_36e2)
  }

  @Test func adamKeepsItsBits() {
    var noise = Noise(22)
    var (p, m, v) = (noise.floats(53), [Float](repeating: 0, count: 53), [Float](repeating: 0, count: 53))
    for time in 1...5 {
      let step = AdamTests.step(time, isDecoupled: time > 2, weightDecay: 0.1)
      Kernel.adam(step, parameters: &p, gradients: noise.floats(53), firstMoment: &m, secondMoment: &v, count: 53)
    }
    expectBits([p, m, v].map(fingerprint), 0x5d8b_a98e_a330_ae18)
  }

  @Test func descentKeepsItsBits() {
    var noise = Noise(23)
    let zeros = [Float](repeating: 0, count: 53)
    var (p, m, v) = (noise.floats(53), zeros, zeros)
    for isDecoupled in [true, false, true] {
      let descent = Kernel.DescentStep(
        rate: 0.01, momentum: 0.9, weightDecay: 0.1, isDecoupled: isDecoupled, gradientScale: 0.5)
      Kernel.descend(descent, parameters: &p, gradients: noise.floats(53), velocity: &m, count: 53)
      let rmsProp = Kernel.RMSPropStep(
        rate: 0.01, smoothing: 0.9, momentum: 0.9, epsilon: 1e-8, weightDecay: 0.1, isDecoupled: isDecoupled,
        gradientScale: 0.5)
      Kernel.rmsProp(
        rmsProp, parameters: &p, gradients: noise.floats(53), velocity: &m, secondMoment: &v, count: 53)
    }
    expectBits([p, m, v].map(fingerprint), 0xc243_7225_32a4_ae29)
  }

  @Test func dropoutKeepsItsBits() {
    var noise = Noise(24)
    let (x, key) = (noise.floats(3 * 53), noise.next())
    var y = x
    Kernel.dropout(x, probability: 0.3, key: key, rows: 3, width: 53, into: &y)
    expectBits([fingerprint(y)], 0x960e_1f8e_bcbd_cec7)
  }

  /// Compares all hashes at once, by a hash of them in order.
  private func expectBits(
    _ hashes: [UInt64], _ golden: UInt64, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let whole = hashes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ $1) &* 0x100_0000_01b3 }
    let text = "0x" + String(whole, radix: 16)
    #expect(whole == golden, "the bits are \(text)", sourceLocation: sourceLocation)
  }
}
