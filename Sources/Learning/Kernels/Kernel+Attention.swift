import CSIMD

/// Multi-head attention over ragged sequences packed one after another, one (sequence, head) at a time: its scores never
/// leave the cache.
extension Kernel {
  /// qkv [rows x rowWidth] is q | k | v, head h in columns h headWidth ..< (h + 1) headWidth of q and k and in columns
  /// h valueWidth ..< (h + 1) valueWidth of v; sequence s has the rows starts[s] ..< starts[s + 1]. keyMask [rows] is 0 where a key may not be attended to (nil: all may).
  /// Where queries are causal, the first prefixes[s] keys of a sequence are seen by all of them (nil: none are).
  /// Scores are scaled by 1 / sqrt(headWidth) unless the shape says not to, and have bias [headCount x (2 farthest + 1)] added by distance where the
  /// shape says so. A query without any key gives zeros.
  /// Only the last `lastQueries` rows of each sequence ask, or all (nil). Writes output [asking rows x width], and logSumExp
  /// [asking rows x headCount] for the backward pass.
  static func attention(
    _ shape: AttentionShape, qkv: UnsafePointer<Float>, starts: UnsafePointer<Int32>, sequenceCount: Int,
    keyMask: UnsafePointer<UInt8>?, prefixes: UnsafePointer<Int32>? = nil, bias: UnsafePointer<Float>? = nil,
    lastQueries: Int? = nil, output: UnsafeMutablePointer<Float>, logSumExp: UnsafeMutablePointer<Float>,
    scratch: UnsafeMutablePointer<Float>
  ) {
    let (width, stride) = (shape.width, shape.rowWidth)
    for s in 0..<sequenceCount {
      let first = Int(starts[s])
      let length = Int(starts[s + 1]) - first
      let prefix = prefixes.map { Int($0[s]) } ?? 0
      let skipped = length - (lastQueries ?? length)
      let firstOutput = lastQueries.map { s * $0 } ?? first
      for h in 0..<shape.headCount {
        let q = qkv + first * stride + h * shape.headWidth
        let k = q + shape.keyWidth
        let v = qkv + first * stride + 2 * shape.keyWidth + h * shape.valueWidth
        let headBias = AttentionBias(shape, bias, head: h, length: length, scratch: scratch)
        for i in Swift.stride(from: skipped, to: length, by: shape.queryBlock) {
          let row = firstOutput + i - skipped
          let block = AttentionBlock(
            shape, firstQuery: i, length: length, prefix: prefix, keyMask: keyMask.map { $0 + first },
            scratch: headBias?.end ?? scratch)
          block.multiply(
            keys: k, keyStride: stride, queries: q + i * stride, queryStride: stride, width: shape.headWidth,
            transposed: block.queries, into: block.weights)
          headBias?.add(to: block)
          softmax(block, logSumExp + row * shape.headCount + h)
          let out = output + row * width + h * shape.valueWidth
          multiply(
            block.byQuery(block.weights), rowMajor: v, bStride: stride, into: out, cStride: width,
            rows: block.queryCount, depth: block.keyCount, columns: shape.valueWidth, start: .zero)
          scaleRows(out, block)
        }
      }
    }
  }

  /// Scores become weights e^(score - largest), still to be divided by their sum: `factors` is 1 / sum.
  private static func softmax(_ block: AttentionBlock, _ logSums: UnsafeMutablePointer<Float>) {
    let scale = csimd_broadcast(block.shape.scoreScale)
    let zero = csimd_broadcast(0)
    let lowest = csimd_broadcast(-.infinity)
    let lanes = block.lanes
    for lane in stride(from: 0, to: lanes, by: 16) {
      let column = block.weights + lane
      let query = block.firstQuery + lane
      let seen = block.seen(from: lane)

      /// The score of key j, minus infinity for the queries before it if causal and not in the prefix.
      @inline(__always)
      func score(_ j: Int) -> Lanes {
        let score = csimd_load(column + j * lanes)
        guard block.shape.isCausal, j > query, j >= block.prefix else { return score }
        return csimd_first(Int32(truncatingIfNeeded: j - query), lowest, score)
      }
      @inline(__always)
      func isHidden(_ j: Int) -> Bool {
        guard let keyMask = block.keyMask else { return false }
        return keyMask[j] == 0
      }

      var largest = lowest
      var key = column
      for _ in 0..<seen.byAll {
        largest = csimd_max(largest, csimd_load(key))
        key += lanes
      }
      for j in seen.byAll..<seen.bySome where !isHidden(j) { largest = csimd_max(largest, score(j)) }
      largest *= scale
      // A query without any key: infinities must not meet. Only a mask leaves one without: elsewhere all its scores are
      // too small for a float, which must show.
      var shift = block.keyMask == nil ? largest : csimd_where_less(lowest, largest, largest, zero)
      if LargeScores.areIn(shift) { shift = block.subtractLargest(from: lane, shift: shift) }
      var sum = zero
      key = column
      for _ in 0..<seen.byAll {
        let weight = csimd_exp(csimd_fma(csimd_load(key), scale, -shift))
        sum += weight
        csimd_store(key, weight)
        key += lanes
      }
      for j in seen.byAll..<seen.bySome {
        var weight = zero
        if !isHidden(j) {
          weight = csimd_exp(csimd_fma(score(j), scale, -shift))
          sum += weight
        }
        csimd_store(column + j * lanes, weight)
      }
      for j in seen.bySome..<max(seen.bySome, block.keyCount) { csimd_store(column + j * lanes, zero) }
      csimd_store(block.factors + lane, csimd_where_less(zero, sum, csimd_broadcast(1) / sum, zero))
      csimd_store(block.shifts + lane, largest + csimd_log(sum))
    }
    for i in 0..<block.queryCount { logSums[i * block.shape.headCount] = block.shifts[i] }
  }

  /// Divides the outputs of a block, rows of `valueWidth` elements, by the sums of their weights.
  private static func scaleRows(_ out: UnsafeMutablePointer<Float>, _ block: AttentionBlock) {
    let shape = block.shape
    for i in 0..<block.queryCount {
      let factor = csimd_broadcast(block.factors[i])
      let row = out + i * shape.width
      for d in stride(from: 0, to: shape.valueWidth, by: 16) {
        let lanes = Int32(min(16, shape.valueWidth - d))
        csimd_store_first(row + d, lanes, csimd_load_first(row + d, lanes) * factor)
      }
    }
  }
}
