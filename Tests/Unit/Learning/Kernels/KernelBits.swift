@testable import Learning

/// One case a kernel, by the name of its function: its results for fixed inputs, hashed.
enum KernelBits: String, CaseIterable {
  case accumulate, activate, activateBackward, adam, add, addColumnSums, addPositions, addPositionsBackward, affine
  case attention, attentionBackward, batchNorm, batchNormBackward, blend, cachedAttention, chooseLargest, copyColumns
  case crossAttention, crossAttentionBackward, crossEntropy, descend, dropout, embed, embedBackward, foldColumns
  case keepKeysAndValues, largestAlongLinks, largestAlongLinksBackward, layerNorm, layerNormBackward, linkedAttention
  case linkedAttentionBackward, multiHot, multiply
  case normalize, pack, pointer, pointerBackward, product, rmsProp, rotate, softCrossEntropy, softmax, softmaxBackward
  case squaredError, sumOfSquares, transpose

  /// All results in order.
  var hash: UInt64 { hashes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ $1) &* 0x100_0000_01b3 } }

  private var hashes: [UInt64] {
    switch self {
    case .add, .accumulate, .addColumnSums, .affine, .blend, .product, .squaredError, .sumOfSquares: sums
    case .copyColumns, .foldColumns, .multiHot: columns
    case .activate, .activateBackward: activations
    case .adam, .descend, .rmsProp: optimizers
    case .addPositions, .addPositionsBackward, .embed, .embedBackward: tables
    case .attention, .attentionBackward: attentions
    case .linkedAttention, .linkedAttentionBackward: linkedAttentions
    case .largestAlongLinks, .largestAlongLinksBackward: maxima
    case .crossAttention, .crossAttentionBackward: crossAttentions
    case .pointer, .pointerBackward: pointers
    case .cachedAttention, .keepKeysAndValues: caches
    case .layerNorm, .layerNormBackward, .batchNorm, .batchNormBackward, .normalize: norms
    case .multiply, .pack, .transpose: matrices
    case .crossEntropy, .softCrossEntropy: losses
    case .rotate: rotations
    case .dropout: drops
    case .softmax, .softmaxBackward, .chooseLargest: distributions
    }
  }

  private var sums: [UInt64] {
    var noise = Noise(20)
    let (x, y) = (noise.floats(1003), noise.floats(1003))
    var out = y
    switch self {
    case .add: Kernel.add(x, y, count: 1003, into: &out)
    case .accumulate: Kernel.accumulate(x, count: 1003, into: &out)
    case .addColumnSums: Kernel.addColumnSums(x, rows: 7, columns: 139, into: &out)
    case .affine: Kernel.affine(x, scale: 0.3, shift: 0.7, count: 1003, into: &out)
    case .blend: Kernel.blend(x, fraction: 0.3, count: 1003, into: &out)
    case .product: Kernel.product(x, y, count: 1003, into: &out)
    case .sumOfSquares: return [Kernel.sumOfSquares(x, count: 1003).bitPattern]
    default:
      let error = Kernel.squaredError(predictions: x, targets: y, count: 1003, scale: 0.1, gradient: &out)
      return [error.bitPattern, fingerprint(out)]
    }
    return [fingerprint(out)]
  }

  private var activations: [UInt64] {
    let x = ActivationTests.points
    return ActivationTests.kinds.map { kind in
      var y = x
      if self == .activate {
        Kernel.activate(kind, x, count: x.count, into: &y)
      } else {
        Kernel.activateBackward(kind, x: x, outputGradient: x, count: x.count, into: &y)
      }
      return fingerprint(y)
    }
  }

  private var linkedAttentions: [UInt64] {
    LinkedAttentionTests.settings.flatMap { setting in
      let (output, logSumExp) = setting.forward()
      if self == .linkedAttention { return [output, logSumExp].map(fingerprint) }
      let gradients = setting.backward()
      return [gradients.queryKeyValue, gradients.bias, gradients.values].map(fingerprint)
    }
  }

  /// Five steps, some with either kind of decay.
  private var optimizers: [UInt64] {
    var noise = Noise(22)
    var (p, m, v) = (noise.floats(53), [Float](repeating: 0, count: 53), [Float](repeating: 0, count: 53))
    for time in 1...5 {
      let gradients = noise.floats(53)
      switch self {
      case .adam:
        let step = AdamTests.step(time, isDecoupled: time > 2, weightDecay: 0.1)
        Kernel.adam(step, parameters: &p, gradients: gradients, firstMoment: &m, secondMoment: &v, count: 53)
      case .descend:
        let step = Kernel.DescentStep(
          rate: 0.01, momentum: 0.9, weightDecay: 0.1, isDecoupled: time > 2, gradientScale: 0.5)
        Kernel.descend(step, parameters: &p, gradients: gradients, firstMoment: &m, count: 53)
      default:
        let step = Kernel.RMSPropStep(
          rate: 0.01, smoothing: 0.9, momentum: 0.9, epsilon: 1e-8, weightDecay: 0.1, isDecoupled: time > 2,
          gradientScale: 0.5)
        Kernel.rmsProp(step, parameters: &p, gradients: gradients, firstMoment: &m, secondMoment: &v, count: 53)
      }
    }
    return [p, m, v].map(fingerprint)
  }

  private var tables: [UInt64] {
    var noise = Noise(21)
    let (table, x) = (noise.floats(7 * 37), noise.floats(15 * 37))
    let (ids, starts): ([Int32], [Int32]) = (EmbeddingTests.ids, [0, 3, 4, 11])
    var (out, gradient) = (x, table)
    switch self {
    case .addPositions:
      Kernel.addPositions(x, table: table, width: 37, starts: starts, sequenceCount: 3, into: &out)
    case .addPositionsBackward:
      Kernel.addPositionsBackward(
        outputGradient: x, width: 37, starts: starts, sequenceCount: 3, tableGradient: &gradient)
    case .embed:
      Kernel.embed(
        ids: ids, idsPerRow: 3, idStride: 3, combination: .sum, table: table, tableWidth: 37, rows: 5, into: &out)
    default:
      Kernel.embedBackward(
        ids: ids, idsPerRow: 3, idStride: 3, combination: .sum, outputGradient: x, tableWidth: 37, rows: 5,
        tableGradient: &gradient)
    }
    return [fingerprint(out), fingerprint(gradient)]
  }
}
