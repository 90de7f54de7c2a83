extension Kernel {
  /// Some queries of one head of one sequence, the keys they may see, and the scratch for them.
  ///
  /// Everything here is transposed: **lanes run over the queries**, rows over keys or columns of the head. So the maximum
  /// and the sum of a softmax need no sum across lanes, and no key needs padding.
  struct AttentionBlock {
    let shape: AttentionShape
    let firstQuery, queryCount, keyCount: Int
    /// So many first keys are seen by all queries, also if causal.
    let prefix: Int
    /// The length of a row: the queries, padded to whole lanes.
    let lanes: Int
    /// [headWidth x lanes] and [valueWidth x lanes]: the queries, and the gradients of their outputs.
    let queries, outputGradients: UnsafeMutablePointer<Float>
    /// [keyCount x lanes] each: scores and then weights, and their gradients.
    let weights, gradients: UnsafeMutablePointer<Float>
    /// [lanes] each: one number a query.
    let factors, shifts: UnsafeMutablePointer<Float>
    /// The sequence's key mask: 0 is hidden.
    let keyMask: UnsafePointer<UInt8>?

    init(
      _ shape: AttentionShape, firstQuery: Int, length: Int, prefix: Int, keyMask: UnsafePointer<UInt8>?,
      scratch: UnsafeMutablePointer<Float>
    ) {
      self.shape = shape
      self.firstQuery = firstQuery
      self.prefix = prefix
      self.keyMask = keyMask
      queryCount = min(shape.queryBlock, length - firstQuery)
      keyCount = shape.isCausal ? max(firstQuery + queryCount, prefix) : length
      lanes = (queryCount + 15) & ~15
      queries = scratch
      outputGradients = queries + shape.headWidth * lanes
      weights = outputGradients + shape.valueWidth * lanes
      gradients = weights + keyCount * lanes
      factors = gradients + keyCount * lanes
      shifts = factors + lanes
    }

    /// How many first keys all of 16 queries see, and how many at least one of them does, for those from `lane` on. Where
    /// keys are masked, none is known to be seen by all.
    func seen(from lane: Int) -> (byAll: Int, bySome: Int) {
      let query = firstQuery + lane
      let bySome = shape.isCausal ? min(keyCount, max(query + 16, prefix)) : keyCount
      let byAll = shape.isCausal ? min(bySome, max(query + 1, prefix)) : keyCount
      return (keyMask == nil ? byAll : 0, bySome)
    }

    /// products[key, query] = key . query, for `width` columns with row strides and one row a key or a query.
    func multiply(
      keys: UnsafePointer<Float>, keyStride: Int, queries: UnsafePointer<Float>, queryStride: Int, width: Int,
      transposed: UnsafeMutablePointer<Float>, into products: UnsafeMutablePointer<Float>
    ) {
      Kernel.transpose(
        queries, rowStride: queryStride, rows: queryCount, columns: width, into: transposed, toStride: lanes)
      Kernel.multiply(
        MatrixView(base: keys, rowStride: keyStride, columnStride: 1), rowMajor: transposed, bStride: lanes,
        into: products, cStride: lanes, rows: keyCount, depth: width, columns: lanes, start: .zero)
    }

    /// This matrix of the block ([keyCount x lanes]), from one key on.
    func byKey(_ matrix: UnsafePointer<Float>, from key: Int) -> MatrixView {
      MatrixView(base: matrix + key * lanes, rowStride: lanes, columnStride: 1)
    }

    /// The same with one row a query.
    func byQuery(_ matrix: UnsafePointer<Float>) -> MatrixView {
      MatrixView(base: matrix, rowStride: 1, columnStride: lanes)
    }
  }
}
