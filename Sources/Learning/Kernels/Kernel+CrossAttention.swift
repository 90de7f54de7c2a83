import CSIMD

/// Multi-head attention of the rows of one value to those of another, one sequence at a time: for few keys, where a block of
/// queries would be mostly empty.
extension Kernel {
  /// queries [queryCount x width]; keysValues [keyCount x 2 width] is k | v, head h in columns h headWidth ..<
  /// (h + 1) headWidth of each. Scores are scaled by 1 / sqrt(headWidth). Writes output [queryCount x width].
  static func crossAttention(
    _ shape: CrossAttentionShape, queries: UnsafePointer<Float>, queryCount: Int, keysValues: UnsafePointer<Float>,
    keyCount: Int, output: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>
  ) {
    let width = shape.width
    for i in 0..<queryCount {
      for h in 0..<shape.headCount {
        let column = h * shape.headWidth
        weigh(shape, queries + i * width + column, keysValues + column, keyCount, scratch)
        for d in stride(from: 0, to: shape.headWidth, by: 16) {
          let lanes = Int32(min(16, shape.headWidth - d))
          var sum = csimd_broadcast(0)
          for j in 0..<keyCount {
            let v = csimd_load_first(keysValues + (2 * j + 1) * width + column + d, lanes)
            sum = csimd_fma(csimd_broadcast(scratch[j]), v, sum)
          }
          csimd_store_first(output + i * width + column + d, lanes, sum)
        }
      }
    }
  }

  /// Writes whole rows of queryGradient and keyValueGradient, laid out as queries and keysValues are. The weights are
  /// computed anew.
  static func crossAttentionBackward(
    _ shape: CrossAttentionShape, queries: UnsafePointer<Float>, queryCount: Int, keysValues: UnsafePointer<Float>,
    keyCount: Int, outputGradient: UnsafePointer<Float>, queryGradient: UnsafeMutablePointer<Float>,
    keyValueGradient: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>
  ) {
    let width = shape.width
    queryGradient.update(repeating: 0, count: queryCount * width)
    keyValueGradient.update(repeating: 0, count: keyCount * 2 * width)
    let weights = scratch
    let slopes = scratch + crossAttentionScratchCount(mostKeys: keyCount) / 2
    for i in 0..<queryCount {
      for h in 0..<shape.headCount {
        let column = h * shape.headWidth
        let q = queries + i * width + column
        let dOut = outputGradient + i * width + column
        weigh(shape, q, keysValues + column, keyCount, weights)
        for j in 0..<keyCount {
          slopes[j] = ShortRows.dot(keysValues + (2 * j + 1) * width + column, dOut, shape.headWidth)
        }
        ShortRows.softmaxSlopes(weights, slopes, keyCount)
        for j in 0..<keyCount {
          let k = 2 * j * width + column
          let slope = slopes[j] * shape.scoreScale
          ShortRows.add(slope, keysValues + k, to: queryGradient + i * width + column, shape.headWidth)
          ShortRows.add(slope, q, to: keyValueGradient + k, shape.headWidth)
          ShortRows.add(weights[j], dOut, to: keyValueGradient + k + width, shape.headWidth)
        }
      }
    }
  }

  /// The weights of one query's keys in one head.
  private static func weigh(
    _ shape: CrossAttentionShape, _ query: UnsafePointer<Float>, _ keys: UnsafePointer<Float>, _ count: Int,
    _ weights: UnsafeMutablePointer<Float>
  ) {
    for j in 0..<count {
      weights[j] = ShortRows.dot(query, keys + 2 * j * shape.width, shape.headWidth) * shape.scoreScale
    }
    ShortRows.softmax(weights, count)
  }
}
