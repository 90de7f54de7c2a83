@testable import Learning

extension KernelBits {
  /// Also with masks, prefixes and biases, and with values of other widths.
  var attentions: [UInt64] {
    (AttentionTests.small + AttentionTests.large + AttentionBiasTests.settings + ValueWidthTests.settings).flatMap {
      setting in
      if self == .attention {
        let (output, logSumExp) = setting.forward()
        return [fingerprint(output), fingerprint(logSumExp)]
      }
      let gradients = setting.gradients()
      return [fingerprint(gradients.queryKeyValue), fingerprint(gradients.bias)]
    }
  }

  var crossAttentions: [UInt64] {
    CrossAttentionTests.settings.flatMap { setting in
      if self == .crossAttention { return [fingerprint(setting.forward())] }
      let gradients = setting.backward()
      return [fingerprint(gradients.queries), fingerprint(gradients.keysValues)]
    }
  }

  var maxima: [UInt64] {
    LargestAlongLinksTests.settings.flatMap { inputs in
      if self == .largestAlongLinks { return [fingerprint(inputs.forward())] }
      let gradients = inputs.backward()
      return [fingerprint(gradients.x), fingerprint(gradients.kinds)]
    }
  }

  var pointers: [UInt64] {
    PointerTests.settings.flatMap { setting in
      self == .pointer ? [fingerprint(setting.forward())] : setting.backward().map(fingerprint)
    }
  }

  var columns: [UInt64] {
    ColumnsTests.shapes.map { rows, parts, width in
      let inputs = ColumnsTests.Inputs(rows: rows, parts: parts, width: width)
      switch self {
      case .copyColumns: return fingerprint(inputs.copied())
      case .foldColumns: return fingerprint(inputs.folded())
      default: return fingerprint(inputs.marked())
      }
    }
  }

  var caches: [UInt64] {
    let shape = Kernel.AttentionShape(headCount: 2, headWidth: 19, isCausal: true)
    var noise = Noise(25)
    var cache = [Float](repeating: 0, count: Kernel.attentionCacheCount(shape, capacity: 11))
    var scratch = [Float](repeating: 0, count: Kernel.cachedAttentionScratchCount(shape, capacity: 11))
    var output = [Float](repeating: 0, count: 13 * shape.width)
    for place in 0..<11 {
      let qkv = noise.floats(13 * 3 * shape.width).map { 2 * $0 }
      Kernel.keepKeysAndValues(
        shape, qkv: qkv, rowStride: 3 * shape.width, sequenceCount: 13, place: place, capacity: 11, cache: &cache)
      Kernel.cachedAttention(
        shape, qkv: qkv, sequenceCount: 13, keyCount: place + 1, capacity: 11, cache: cache, output: &output,
        scratch: &scratch)
    }
    return [fingerprint(self == .cachedAttention ? output : cache)]
  }

  var norms: [UInt64] {
    switch self {
    case .layerNorm, .layerNormBackward:
      LayerNormTests.shapes.flatMap { rows, width in
        let inputs = LayerNormTests.Inputs(rows: rows, width: width)
        let (y, mean, inverse) = inputs.forward()
        let (dx, dScale, dShift) = inputs.backward()
        return (self == .layerNorm ? [y, mean, inverse] : [dx, dScale, dShift]).map(fingerprint)
      }
    default:
      BatchNormTests.shapes.flatMap { rows, width in
        let inputs = BatchNormTests.Inputs(rows: rows, width: width)
        let (y, mean, variance, inverse) = inputs.forward(isUnbiased: true)
        let (dx, dScale, dShift) = inputs.backward()
        switch self {
        case .batchNorm: return [y, mean, variance, inverse].map(fingerprint)
        case .batchNormBackward: return [dx, dScale, dShift].map(fingerprint)
        default:
          var normal = inputs.x
          Kernel.normalize(
            inputs.x, mean: mean, variance: variance, scale: inputs.scale, shift: inputs.shift, epsilon: 1e-3,
            rows: rows, width: width, into: &normal)
          return [fingerprint(normal)]
        }
      }
    }
  }

  var matrices: [UInt64] {
    MatrixProductTests.shapes.map { rows, depth, columns in
      let operands = MatrixProductTests.Operands((rows, depth, columns))
      switch self {
      case .multiply: return fingerprint(operands.product(.bias, transposed: true, packed: true))
      case .pack:
        var panels = [Float](repeating: .nan, count: Kernel.packedCount(depth: depth, columns: columns))
        withView(operands.b, rowStride: columns, columnStride: 1) {
          Kernel.pack($0, depth: depth, columns: columns, into: &panels)
        }
        return fingerprint(panels)
      default:
        let stride = (rows + 15) & ~15
        var turned = [Float](repeating: .nan, count: depth * stride)
        Kernel.transpose(operands.a, rowStride: depth, rows: rows, columns: depth, into: &turned, toStride: stride)
        return fingerprint(turned)
      }
    }
  }

  var rotations: [UInt64] {
    RotaryTests.widths.flatMap { headWidth in
      let (positions, x) = RotaryTests.inputs(headWidth: headWidth)
      return [false, true].map { fingerprint(RotaryTests.rotated(x, positions, isBack: $0)) }
    }
  }

  var losses: [UInt64] {
    CrossEntropyTests.shapes.flatMap { rows, classCount in
      if self == .softCrossEntropy {
        let (loss, gradient) = SoftCrossEntropyTests.Inputs(rows: rows, classCount: classCount).run()
        return [loss.sum.bitPattern, loss.weight.bitPattern, fingerprint(gradient)]
      }
      let (loss, gradient) = CrossEntropyTests.Inputs(rows: rows, classCount: classCount).run(weighted: true)
      return [loss.sum.bitPattern, loss.weight.bitPattern, fingerprint(gradient)]
    }
  }

  var distributions: [UInt64] {
    SoftmaxTests.shapes.map { rows, width in
      let inputs = SoftmaxTests.Inputs(rows: rows, width: width)
      switch self {
      case .softmax: return fingerprint(inputs.forward())
      case .softmaxBackward: return fingerprint(inputs.backward())
      default: return fingerprint(inputs.choice())
      }
    }
  }

  var drops: [UInt64] {
    var noise = Noise(24)
    let (x, key) = (noise.floats(3 * 53), noise.next())
    var y = x
    Kernel.dropout(x, probability: 0.3, key: key, rows: 3, width: 53, into: &y)
    return [fingerprint(y)]
  }
}
