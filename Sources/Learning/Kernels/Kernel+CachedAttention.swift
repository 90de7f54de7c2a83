import CSIMD

/// Attention of one new token a sequence to itself and to those before it, whose keys and values were kept, for up to 16
/// sequences of one length at once: lanes run over the sequences. Every sum has the order it has in `attention`, so the
/// bits are those of asking the whole sequence again.
///
/// Every element of the cache is read once, and the cache is larger than a core's own: reading decides how long it takes,
/// so what comes a few vectors later is fetched beforehand.
extension Kernel {
  /// The floats of a cache for up to `capacity` tokens of 16 sequences: keys, then values, each
  /// [headCount x capacity x headWidth x 16].
  static func attentionCacheCount(_ shape: AttentionShape, capacity: Int) -> Int { 2 * 16 * shape.width * capacity }

  /// The floats of scratch for a cache of this capacity.
  static func cachedAttentionScratchCount(_ shape: AttentionShape, capacity: Int) -> Int {
    16 * (2 * paddedWidth(shape) + capacity)
  }

  /// Keeps the keys and values of one token of each sequence as number `place`. Sequences have their q | k | v rows
  /// `rowStride` floats apart.
  static func keepKeysAndValues(
    _ shape: AttentionShape, qkv: UnsafePointer<Float>, rowStride: Int, sequenceCount: Int, place: Int, capacity: Int,
    cache: UnsafeMutablePointer<Float>
  ) {
    precondition(sequenceCount <= 16 && place < capacity, "A cache of \(capacity) tokens has no place \(place).")
    for part in 0..<2 {
      for h in 0..<shape.headCount {
        transpose(
          qkv + (1 + part) * shape.width + h * shape.headWidth, rowStride: rowStride, rows: sequenceCount,
          columns: shape.headWidth,
          into: cache + ((part * shape.headCount + h) * capacity + place) * shape.headWidth * 16, toStride: 16)
      }
    }
  }

  /// qkv [sequenceCount x 3 width] are the queries' rows; the first `keyCount` tokens of the cache are seen, the query's
  /// own among them. Writes output [sequenceCount x width].
  static func cachedAttention(
    _ shape: AttentionShape, qkv: UnsafePointer<Float>, sequenceCount: Int, keyCount: Int, capacity: Int,
    cache: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>
  ) {
    let queries = scratch
    let mixed = queries + 16 * paddedWidth(shape)
    let weights = mixed + 16 * paddedWidth(shape)
    for h in 0..<shape.headCount {
      let keys = cache + h * capacity * shape.headWidth * 16
      let values = keys + shape.headCount * capacity * shape.headWidth * 16
      let column = h * shape.headWidth
      transpose(
        qkv + column, rowStride: 3 * shape.width, rows: sequenceCount, columns: shape.headWidth, into: queries,
        toStride: 16)
      score(queries, keys, shape.headWidth, keyCount, into: weights)
      let factor = softmax(weights, keyCount, scale: csimd_broadcast(shape.scoreScale))
      mix(weights, values, shape.headWidth, keyCount, factor, into: mixed)
      // Back to a row a sequence, beside the queries, which nobody needs any more.
      transpose(
        mixed, rowStride: 16, rows: shape.headWidth, columns: sequenceCount, into: queries,
        toStride: paddedWidth(shape))
      for s in 0..<sequenceCount {
        (output + s * shape.width + column).update(
          from: queries + s * paddedWidth(shape), count: shape.headWidth)
      }
    }
  }

  private static func paddedWidth(_ shape: AttentionShape) -> Int { (shape.headWidth + 15) & ~15 }

  /// scores[key] = key . query, eight keys at a time: eight chains hide each other's latency.
  private static func score(
    _ queries: UnsafePointer<Float>, _ keys: UnsafePointer<Float>, _ width: Int, _ keyCount: Int,
    into scores: UnsafeMutablePointer<Float>
  ) {
    guard keyCount >= 8 else {
      for j in 0..<keyCount { Chains<1>.score(queries, keys + j * width * 16, width, into: scores + 16 * j) }
      return
    }
    for first in stride(from: 0, to: keyCount, by: 8) {
      // The last eight may overlap those before them: the same sums again.
      let j = min(first, keyCount - 8)
      Chains<8>.score(queries, keys + j * width * 16, width, into: scores + 16 * j)
    }
  }

  /// Scores become weights e^(score - largest); returns what they are still to be multiplied by.
  private static func softmax(_ weights: UnsafeMutablePointer<Float>, _ keyCount: Int, scale: Lanes) -> Lanes {
    var largest = csimd_broadcast(-.infinity)
    for j in 0..<keyCount { largest = csimd_max(largest, csimd_load(weights + 16 * j)) }
    var shift = largest * scale
    if LargeScores.areIn(shift) {
      shift = LargeScores.subtractLargest(
        from: weights, stride: 16, count: keyCount, scale: scale, shift: shift)
    }
    var sum = csimd_broadcast(0)
    for j in 0..<keyCount {
      let weight = csimd_exp(csimd_fma(csimd_load(weights + 16 * j), scale, -shift))
      csimd_store(weights + 16 * j, weight)
      sum += weight
    }
    return csimd_broadcast(1) / sum
  }

  /// mixed[d] = factor * sum over keys of weight * value[d], keys in order, sixteen columns at a time: so many chains, and
  /// values are read once.
  private static func mix(
    _ weights: UnsafePointer<Float>, _ values: UnsafePointer<Float>, _ width: Int, _ keyCount: Int, _ factor: Lanes,
    into mixed: UnsafeMutablePointer<Float>
  ) {
    var d = 0
    while d < width {
      let (values, mixed) = (values + 16 * d, mixed + 16 * d)
      switch width - d {
      case 16...:
        Chains<16>.mix(weights, values, width, keyCount, factor, into: mixed)
        d += 16
      case 8...:
        Chains<8>.mix(weights, values, width, keyCount, factor, into: mixed)
        d += 8
      default:
        Chains<1>.mix(weights, values, width, keyCount, factor, into: mixed)
        d += 1
      }
    }
  }

  /// The innermost loops, for a number of chains known when compiling. Their products wrap (`&*`): checks would take as
  /// long as the arithmetic.
  private enum Chains<let count: Int> {
    /// Of `count` keys, one after another.
    @inline(__always)
    static func score(
      _ queries: UnsafePointer<Float>, _ keys: UnsafePointer<Float>, _ width: Int,
      into scores: UnsafeMutablePointer<Float>
    ) {
      var offsets = InlineArray<count, Int>(repeating: 0)
      for u in 1..<max(1, count) { offsets[u] = csimd_opaque(u &* width &* 16) }
      let after = csimd_opaque(count &* width &* 16)  // the next so many keys
      var sums = InlineArray<count, Lanes>(repeating: csimd_broadcast(0))
      var (query, key) = (queries, keys)
      for _ in 0..<width {
        let q = csimd_load(query)
        for u in 0..<count {
          csimd_prefetch(key + (offsets[u] &+ after))
          sums[u] = csimd_fma(csimd_load(key + offsets[u]), q, sums[u])
        }
        query += 16
        key += 16
      }
      for u in 0..<count { csimd_store(scores + 16 &* u, sums[u]) }
    }

    /// Of `count` columns, one after another.
    @inline(__always)
    static func mix(
      _ weights: UnsafePointer<Float>, _ values: UnsafePointer<Float>, _ width: Int, _ keyCount: Int,
      _ factor: Lanes, into mixed: UnsafeMutablePointer<Float>
    ) {
      var sums = InlineArray<count, Lanes>(repeating: csimd_broadcast(0))
      var (weight, value) = (weights, values)
      for _ in 0..<keyCount {
        let w = csimd_load(weight)
        for u in 0..<count {
          csimd_prefetch(value + (16 &* u &+ 1024))  // 4 KiB ahead
          sums[u] = csimd_fma(w, csimd_load(value + 16 &* u), sums[u])
        }
        weight += 16
        value += 16 &* width
      }
      for u in 0..<count { csimd_store(mixed + 16 &* u, sums[u] * factor) }
    }
  }
}
