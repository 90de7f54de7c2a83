/// Attention that goes on from keys and values that were kept.
extension Attend.Forward {
  var keepsKeys: Bool { shape.isCausal && bias == nil && shape.valueWidth == shape.headWidth }

  func keptKeys(capacity: Int) -> KeptKeys? {
    precondition(keepsKeys, "Keys are kept only where attention is causal, has no bias, and values as wide as keys.")
    return KeptKeys(
      buffer: queryKeyValue, count: Kernel.attentionCacheCount(shape, capacity: capacity),
      scratchCount: Kernel.cachedAttentionScratchCount(shape, capacity: capacity))
  }

  /// Keeps keys and values. At first whole sequences of one length, which attend as without a cache; from then on one new
  /// token of each, which attends to what is kept.
  func attendToKept(_ cache: AttentionCache, by executor: Executor, on batch: Batch) {
    let tokens = batch.longest
    for group in 0..<cache.groupCount {
      let first = group * AttentionCache.sequences
      let count = min(AttentionCache.sequences, batch.sequenceCount - first)
      guard count > 0 else { return }
      let qkv = UnsafePointer(executor[queryKeyValue]) + first * tokens * 3 * shape.width
      for token in 0..<tokens {
        Kernel.keepKeysAndValues(
          shape, qkv: qkv + token * 3 * shape.width, rowStride: tokens * 3 * shape.width, sequenceCount: count,
          place: cache.length + token, capacity: cache.capacity, cache: cache[queryKeyValue, group])
      }
      guard cache.length > 0 else { continue }
      Kernel.cachedAttention(
        shape, qkv: qkv, sequenceCount: count, keyCount: cache.length + 1, capacity: cache.capacity,
        cache: cache[queryKeyValue, group], output: executor[output] + first * shape.width,
        scratch: cache.scratch.pointer)
    }
  }
}
