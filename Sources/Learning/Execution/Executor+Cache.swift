extension Executor {
  func check(_ cache: AttentionCache, takes batch: Batch, _ lengths: ClosedRange<Int>) {
    precondition(
      batch.sequenceCount <= cache.groupCount * AttentionCache.sequences && lengths.count == 1
        && (cache.length == 0 || lengths.upperBound == 1) && batch.keyMask.isEmpty,
      "A cache takes up to \(cache.groupCount * AttentionCache.sequences) sequences of one length without a mask, then a "
        + "token of each: not \(batch.sequenceCount) of \(lengths) tokens after \(cache.length).")
    precondition(
      cache.length + lengths.upperBound <= cache.capacity,
      "A cache of \(cache.capacity) tokens cannot keep \(cache.length + lengths.upperBound).")
  }

  /// Attention that keeps keys and values. At first whole sequences of one length, as without a cache; from then on one
  /// new token of each, which attends to what is kept.
  func attention(
    _ shape: Kernel.AttentionShape, _ queryKeyValue: Int, _ output: Int, _ batch: Batch, _ cache: AttentionCache
  ) {
    let tokens = batch.longest
    for group in 0..<cache.groupCount {
      let first = group * AttentionCache.sequences
      let count = min(AttentionCache.sequences, batch.sequenceCount - first)
      guard count > 0 else { return }
      let qkv = UnsafePointer(workspace[queryKeyValue]) + first * tokens * 3 * shape.width
      for token in 0..<tokens {
        Kernel.keepKeysAndValues(
          shape, qkv: qkv + token * 3 * shape.width, rowStride: tokens * 3 * shape.width, sequenceCount: count,
          place: cache.length + token, capacity: cache.capacity, cache: cache[queryKeyValue, group])
      }
      guard cache.length > 0 else { continue }
      Kernel.cachedAttention(
        shape, qkv: qkv, sequenceCount: count, keyCount: cache.length + 1, capacity: cache.capacity,
        cache: cache[queryKeyValue, group], output: workspace[output] + first * shape.width,
        scratch: cache.scratch.pointer)
    }
  }
}
