extension Executor {
  /// Once a pass, before anything is looked up: beside a table stands another parameter, which would be read and learned.
  func check(
    _ ids: UnsafePointer<Int32>, idsPerRow: Int = 1, idStride: Int = 1, rows: Int, below count: Int, what name: String
  ) {
    let needed = Kernel.neededRowCount(ids: ids, idsPerRow: idsPerRow, idStride: idStride, rows: rows)
    precondition(
      needed <= count,
      "\(Int32(truncatingIfNeeded: needed - 1)) is none of the \(count) numbers that \(name) knows, from 0 on.")
  }

  func checkPlaces(of batch: Batch, below count: Int) {
    let needed = (cache?.length ?? 0) + batch.placeCount
    precondition(needed <= count, "The model knows \(count) positions, and token \(needed) has none.")
  }

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

  func checkLinks(_ batch: Batch, _ kindCount: Int) {
    precondition(
      batch.linkStarts.count == batch.tokenCount + 1,
      "The program attends along links, and \(batch.linkStarts.count - 1) of \(batch.tokenCount) tokens were given any."
    )
    batch.linkKinds.withUnsafeBufferPointer { kinds in
      if let first = kinds.baseAddress {
        check(first, rows: kinds.count, below: kindCount, what: "attention along links")
      }
    }
    let most = batch.linkStarts.indices.dropLast().reduce(0) {
      max($0, Int(batch.linkStarts[$1 + 1] - batch.linkStarts[$1]))
    }
    precondition(
      most <= workspace.longest,
      "A token has at most as many links as the longest sequence has tokens, \(workspace.longest), not \(most).")
  }
}
