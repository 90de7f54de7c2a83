extension Executor {
  func pointer(_ shape: Kernel.PointerShape, _ values: PointerValues, _ output: Int, _ batch: Batch) {
    for sequence in 0..<batch.sequenceCount {
      withPointing(shape, values, sequence, batch) { pointing in
        let first = rows(of: sequence, output, batch).first
        Kernel.pointer(
          shape, pointing, output: workspace[output] + first * shape.vocabulary, scratch: workspace.scratch.pointer)
      }
    }
  }

  func pointerBackward(
    _ shape: Kernel.PointerShape, _ values: PointerValues, _ output: Int, _ outputGradient: Int,
    _ targets: PointerValues, _ batch: Batch
  ) {
    for sequence in 0..<batch.sequenceCount {
      withPointing(shape, values, sequence, batch) { pointing in
        let query = rows(of: sequence, values.queries, batch).first
        let key = rows(of: sequence, values.keys, batch).first
        let gradients = Kernel.PointingGradients(
          queries: workspace[targets.queries] + query * shape.pointerCount * shape.width,
          keys: workspace[targets.keys] + key * shape.pointerCount * shape.width,
          gates: workspace[targets.gates] + query * shape.gateCount,
          logits: workspace[targets.logits] + query * shape.vocabulary)
        Kernel.pointerBackward(
          shape, pointing, output: workspace[output] + query * shape.vocabulary,
          outputGradient: workspace[outputGradient] + query * shape.vocabulary, gradients: gradients,
          scratch: workspace.scratch.pointer)
      }
    }
  }

  /// What a sequence points with, and at: its own keys, or where it is read in parts, all that were kept.
  private func withPointing(
    _ shape: Kernel.PointerShape, _ values: PointerValues, _ sequence: Int, _ batch: Batch,
    _ body: (Kernel.Pointing) -> Void
  ) {
    let query = rows(of: sequence, values.queries, batch)
    let (tokens, firstKey) = batch.tokens(of: sequence, workspace.program.buffers[values.keys].rows)
    precondition(
      shape.pointerCount <= batch.idsPerToken,
      "\(shape.pointerCount) pointers copy as many ids of a token, which has \(batch.idsPerToken).")
    batch.ids.withUnsafeBufferPointer { ids in
      var pointing = Kernel.Pointing(
        queries: workspace[values.queries] + query.first * shape.pointerCount * shape.width, queryCount: query.count,
        keys: workspace[values.keys] + firstKey * shape.pointerCount * shape.width, keyCount: tokens.count,
        ids: ids.baseAddress! + tokens.lowerBound * batch.idsPerToken, idsPerToken: batch.idsPerToken,
        gates: workspace[values.gates] + query.first * shape.gateCount,
        logits: workspace[values.logits] + query.first * shape.vocabulary)
      check(
        pointing.ids, idsPerRow: shape.pointerCount, idStride: batch.idsPerToken, rows: tokens.count,
        below: shape.vocabulary, what: "the vocabulary of the pointers")
      guard let cache else { return body(pointing) }
      cache.keep(pointing, of: sequence, values.keys, shape)
      (pointing.keys, pointing.ids) = cache.kept(of: sequence, values.keys, shape)
      pointing.keyCount += cache.length
      body(pointing)
    }
  }
}
