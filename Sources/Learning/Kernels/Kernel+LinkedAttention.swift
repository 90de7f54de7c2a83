import CSIMD

/// Multi-head attention along links, one (token, head) at a time: the work grows with the links, not with the square of
/// the sequence.
extension Kernel {
  /// qkv [rows x 3 width] is q | k | v, head h in columns h headWidth ..< (h + 1) headWidth of each.
  /// Scores are q . k / sqrt(headWidth) + bias [headCount x kindCount] by the kind of link, and values [kindCount x width]
  /// is added to v. A token without links gives zeros. Writes output [rows x width], and logSumExp [rows x headCount] for the backward pass.
  static func linkedAttention(
    _ shape: LinkedAttentionShape, qkv: UnsafePointer<Float>, links: Links, rows: Int, bias: UnsafePointer<Float>,
    values: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, logSumExp: UnsafeMutablePointer<Float>,
    scratch: UnsafeMutablePointer<Float>
  ) {
    let width = shape.width
    for row in 0..<rows {
      let own = links.of(row)
      for h in 0..<shape.headCount {
        let column = h * shape.headWidth
        let q = qkv + row * 3 * width + column
        for (place, link) in own.enumerated() {
          let k = qkv + Int(links.ends[link]) * 3 * width + width + column
          scratch[place] = score(shape, q, k, bias[h * shape.kindCount + Int(links.kinds[link])])
        }
        logSumExp[row * shape.headCount + h] = softmax(scratch, own.count)
        let out = output + row * width + column
        for d in stride(from: 0, to: shape.headWidth, by: 16) {
          let lanes = Int32(min(16, shape.headWidth - d))
          var sum = csimd_broadcast(0)
          for (place, link) in own.enumerated() {
            let v = csimd_load_first(qkv + Int(links.ends[link]) * 3 * width + 2 * width + column + d, lanes)
            let own = csimd_load_first(values + Int(links.kinds[link]) * width + column + d, lanes)
            sum = csimd_fma(csimd_broadcast(scratch[place]), v + own, sum)
          }
          csimd_store_first(out + d, lanes, sum)
        }
      }
    }
  }

  /// Writes whole rows of qkvGradient [rows x 3 width], and adds to biasGradient and valueGradient. The weights are recomputed.
  static func linkedAttentionBackward(
    _ shape: LinkedAttentionShape, qkv: UnsafePointer<Float>, output: UnsafePointer<Float>,
    logSumExp: UnsafePointer<Float>, outputGradient: UnsafePointer<Float>, links: Links, rows: Int,
    bias: UnsafePointer<Float>, values: UnsafePointer<Float>, biasGradient: UnsafeMutablePointer<Float>,
    valueGradient: UnsafeMutablePointer<Float>, qkvGradient: UnsafeMutablePointer<Float>,
    scratch: UnsafeMutablePointer<Float>
  ) {
    let width = shape.width
    qkvGradient.update(repeating: 0, count: rows * 3 * width)
    for row in 0..<rows {
      let own = links.of(row)
      let scores = scratch
      let gradients = scratch + linkedAttentionScratchCount(mostLinks: own.count) / 2
      for h in 0..<shape.headCount {
        let column = h * shape.headWidth
        let q = qkv + row * 3 * width + column
        let dOut = outputGradient + row * width + column
        let projection = dot(output + row * width + column, dOut, shape.headWidth)
        for (place, link) in own.enumerated() {
          let k = qkv + Int(links.ends[link]) * 3 * width + width + column
          scores[place] = score(shape, q, k, bias[h * shape.kindCount + Int(links.kinds[link])])
          let own = values + Int(links.kinds[link]) * width + column
          gradients[place] = dot(k + width, plus: own, dOut, shape.headWidth) - projection
        }
        softmaxBackward(scores, gradients, own.count, logSumExp[row * shape.headCount + h])
        for (place, link) in own.enumerated() {
          biasGradient[h * shape.kindCount + Int(links.kinds[link])] += gradients[place]
          let offset = Int(links.ends[link]) * 3 * width + width + column
          let slope = gradients[place] * shape.scoreScale
          add(slope, qkv + offset, to: qkvGradient + row * 3 * width + column, shape.headWidth)
          add(slope, q, to: qkvGradient + offset, shape.headWidth)
          add(scores[place], dOut, to: qkvGradient + offset + width, shape.headWidth)
          add(scores[place], dOut, to: valueGradient + Int(links.kinds[link]) * width + column, shape.headWidth)
        }
      }
    }
  }

  @inline(__always)
  private static func score(
    _ shape: LinkedAttentionShape, _ q: UnsafePointer<Float>, _ k: UnsafePointer<Float>, _ bias: Float
  ) -> Float {
    dot(q, k, shape.headWidth) * shape.scoreScale + bias
  }

  /// Lane by lane, then the fixed tree.
  @inline(__always)
  private static func dot(_ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ count: Int) -> Float {
    var sum = csimd_broadcast(0)
    for d in stride(from: 0, to: count, by: 16) {
      let lanes = Int32(min(16, count - d))
      sum = csimd_fma(csimd_load_first(a + d, lanes), csimd_load_first(b + d, lanes), sum)
    }
    return csimd_sum(sum)
  }

  /// (a + more) . b
  @inline(__always)
  private static func dot(
    _ a: UnsafePointer<Float>, plus more: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ count: Int
  ) -> Float {
    var sum = csimd_broadcast(0)
    for d in stride(from: 0, to: count, by: 16) {
      let lanes = Int32(min(16, count - d))
      let whole = csimd_load_first(a + d, lanes) + csimd_load_first(more + d, lanes)
      sum = csimd_fma(whole, csimd_load_first(b + d, lanes), sum)
    }
    return csimd_sum(sum)
  }

  /// target += factor x.
  @inline(__always)
  private static func add(
    _ factor: Float, _ x: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, _ count: Int
  ) {
    for d in stride(from: 0, to: count, by: 16) {
      let lanes = Int32(min(16, count - d))
      let sum = csimd_fma(csimd_broadcast(factor), csimd_load_first(x + d, lanes), csimd_load_first(target + d, lanes))
      csimd_store_first(target + d, lanes, sum)
    }
  }

  /// Scores become weights that sum to one; returns the logarithm of the sum of their powers.
  @inline(__always)
  private static func softmax(_ scores: UnsafeMutablePointer<Float>, _ count: Int) -> Float {
    guard count > 0 else { return -.infinity }
    let lowest = csimd_broadcast(-.infinity)
    var largest = lowest
    for i in stride(from: 0, to: count, by: 16) {
      largest = csimd_max(
        largest, csimd_first(Int32(count - i), csimd_load_first(scores + i, lanes(count - i)), lowest))
    }
    let shift = csimd_largest(largest)
    var sum = csimd_broadcast(0)
    for i in stride(from: 0, to: count, by: 16) {
      let all = csimd_load_first(scores + i, lanes(count - i)) - csimd_broadcast(shift)
      let power = csimd_exp(csimd_first(Int32(count - i), all, lowest))
      csimd_store_first(scores + i, lanes(count - i), power)
      sum += power
    }
    let total = csimd_sum(sum)
    let factor = csimd_broadcast(1 / total)
    for i in stride(from: 0, to: count, by: 16) {
      csimd_store_first(scores + i, lanes(count - i), csimd_load_first(scores + i, lanes(count - i)) * factor)
    }
    return shift + csimd_sum(csimd_first(1, csimd_log(csimd_broadcast(total)), csimd_broadcast(0)))
  }

  /// Scores become weights again, and the gradients of weights those of scores.
  @inline(__always)
  private static func softmaxBackward(
    _ scores: UnsafeMutablePointer<Float>, _ gradients: UnsafeMutablePointer<Float>, _ count: Int, _ logSum: Float
  ) {
    // Beside a large score the logarithm of the sum has no room.
    let isLarge = !(abs(logSum) < LargeScores.bound)
    if isLarge { _ = softmax(scores, count) }
    for i in stride(from: 0, to: count, by: 16) {
      let some = lanes(count - i)
      let score = csimd_load_first(scores + i, some)
      let weight = isLarge ? score : csimd_exp(score - csimd_broadcast(logSum))
      csimd_store_first(scores + i, some, weight)
      csimd_store_first(gradients + i, some, csimd_load_first(gradients + i, some) * weight)
    }
  }

  @inline(__always)
  private static func lanes(_ left: Int) -> Int32 { Int32(min(16, left)) }
}
