import CSIMD

extension Kernel {
  /// Writes whole rows of qkvGradient [rows x rowWidth], and adds to biasGradient. The weights are recomputed from qkv,
  /// bias and logSumExp. `output`, `outputGradient` and `logSumExp` have the rows that `attention` wrote.
  static func attentionBackward(
    _ shape: AttentionShape, qkv: UnsafePointer<Float>, output: UnsafePointer<Float>,
    logSumExp: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>, starts: UnsafePointer<Int32>,
    sequenceCount: Int, keyMask: UnsafePointer<UInt8>?, prefixes: UnsafePointer<Int32>? = nil,
    bias: UnsafePointer<Float>? = nil, biasGradient: UnsafeMutablePointer<Float>? = nil,
    lastQueries: Int? = nil, qkvGradient: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>
  ) {
    let (width, stride) = (shape.width, shape.rowWidth)
    for s in 0..<sequenceCount {
      let first = Int(starts[s])
      let length = Int(starts[s + 1]) - first
      let prefix = prefixes.map { Int($0[s]) } ?? 0
      let skipped = length - (lastQueries ?? length)
      let firstOutput = lastQueries.map { s * $0 } ?? first
      for row in first..<first + skipped { (qkvGradient + row * stride).update(repeating: 0, count: shape.keyWidth) }
      for h in 0..<shape.headCount {
        let (key, value) = (first * stride + h * shape.headWidth, first * stride + h * shape.valueWidth)
        let (q, dq) = (qkv + key, qkvGradient + key)
        let (k, dk) = (q + shape.keyWidth, dq + shape.keyWidth)
        let (v, dv) = (qkv + value + 2 * shape.keyWidth, qkvGradient + value + 2 * shape.keyWidth)
        let headBias = AttentionBias(shape, bias, head: h, length: length, scratch: scratch)
        var begun = 0  // the keys whose gradients already hold the sums of earlier queries
        for i in Swift.stride(from: skipped, to: length, by: shape.queryBlock) {
          let row = firstOutput + i - skipped
          let block = AttentionBlock(
            shape, firstQuery: i, length: length, prefix: prefix, keyMask: keyMask.map { $0 + first },
            scratch: headBias?.end ?? scratch)
          let offset = row * width + h * shape.valueWidth
          block.multiply(
            keys: k, keyStride: stride, queries: q + i * stride, queryStride: stride, width: shape.headWidth,
            transposed: block.queries, into: block.weights)
          headBias?.add(to: block)
          block.multiply(
            keys: v, keyStride: stride, queries: outputGradient + offset, queryStride: width, width: shape.valueWidth,
            transposed: block.outputGradients, into: block.gradients)
          gatherRows(
            block, output + offset, outputGradient + offset, logSumExp + row * shape.headCount + h)
          softmaxBackward(block)
          headBias?.collectGradients(from: block)
          multiply(
            block.byQuery(block.gradients), rowMajor: k, bStride: stride, into: dq + i * stride, cStride: stride,
            rows: block.queryCount, depth: block.keyCount, columns: shape.headWidth, start: .zero)
          keyGradients(
            block, begun: begun, block.gradients, q + i * stride, stride, columns: shape.headWidth, into: dk)
          keyGradients(
            block, begun: begun, block.weights, outputGradient + offset, width, columns: shape.valueWidth, into: dv)
          begun = block.keyCount
        }
        if let biasGradient { headBias?.addGradients(to: biasGradient) }
      }
    }
  }

  /// target[key] = sum over the block's queries of matrix[key, query] rows[query]; keys before `begun` go on from what
  /// earlier queries left.
  private static func keyGradients(
    _ block: AttentionBlock, begun: Int, _ matrix: UnsafePointer<Float>, _ rows: UnsafePointer<Float>,
    _ rowStride: Int, columns: Int, into target: UnsafeMutablePointer<Float>
  ) {
    let stride = block.shape.rowWidth
    multiply(
      block.byKey(matrix, from: 0), rowMajor: rows, bStride: rowStride, into: target, cStride: stride,
      rows: begun, depth: block.queryCount, columns: columns, start: .accumulate)
    multiply(
      block.byKey(matrix, from: begun), rowMajor: rows, bStride: rowStride, into: target + begun * stride,
      cStride: stride, rows: block.keyCount - begun, depth: block.queryCount, columns: columns,
      start: .zero)
  }

  /// Fills `shifts` with the queries' logSumExp, and `factors` with output . outputGradient, which is the sum over the
  /// keys of each weight times its gradient.
  private static func gatherRows(
    _ block: AttentionBlock, _ output: UnsafePointer<Float>, _ outputGradient: UnsafePointer<Float>,
    _ logSums: UnsafePointer<Float>
  ) {
    let shape = block.shape
    for i in 0..<block.queryCount {
      var products = csimd_broadcast(0)
      for d in stride(from: 0, to: shape.valueWidth, by: 16) {
        let lanes = Int32(min(16, shape.valueWidth - d))
        let gradient = csimd_load_first(outputGradient + i * shape.width + d, lanes)
        products = csimd_fma(csimd_load_first(output + i * shape.width + d, lanes), gradient, products)
      }
      block.factors[i] = csimd_sum(products)
      let logSum = logSums[i * shape.headCount]
      block.shifts[i] = logSum == -.infinity ? 0 : logSum  // a query without any key
    }
    for i in block.queryCount..<block.lanes { (block.factors[i], block.shifts[i]) = (0, 0) }
  }

  /// Recomputes the weights, and turns `gradients` from those of the weights into those of the unscaled scores:
  /// weight (gradient - output . outputGradient) scoreScale.
  private static func softmaxBackward(_ block: AttentionBlock) {
    let scale = csimd_broadcast(block.shape.scoreScale)
    let zero = csimd_broadcast(0)
    let lowest = csimd_broadcast(-.infinity)
    let lanes = block.lanes
    for lane in stride(from: 0, to: lanes, by: 16) {
      let query = block.firstQuery + lane
      let seen = block.seen(from: lane)
      var shift = csimd_load(block.shifts + lane)
      if LargeScores.areIn(shift) { shift = block.subtractLargest(from: lane, shift: shift) }
      let projection = csimd_load(block.factors + lane)
      var (weights, gradients) = (block.weights + lane, block.gradients + lane)

      /// For the key that both have come to.
      @inline(__always)
      func finish(_ weight: Lanes) {
        csimd_store(weights, weight)
        csimd_store(gradients, (csimd_load(gradients) - projection) * (weight * scale))
        weights += lanes
        gradients += lanes
      }

      for _ in 0..<seen.byAll { finish(csimd_exp(csimd_fma(csimd_load(weights), scale, -shift))) }
      for j in seen.byAll..<max(seen.byAll, block.keyCount) {
        var weight = zero
        if j < seen.bySome, block.keyMask.map({ $0[j] != 0 }) ?? true {
          var score = csimd_load(weights)
          if block.shape.isCausal, j > query, j >= block.prefix {
            score = csimd_first(Int32(truncatingIfNeeded: j - query), lowest, score)
          }
          weight = csimd_exp(csimd_fma(score, scale, -shift))
        }
        finish(weight)
      }
    }
  }
}
