/// A mixture of one softmax over the vocabulary and, for each pointer, one over tokens.
struct Point: Operation, Instruction {
  let shape: Kernel.PointerShape
  let values: PointerValues
  let output: Int

  var inputs: [Int] { values.all }
  var kind: String { "pointers" }

  func scratchCount(longest: Int) -> Int { shape.scratchCount(mostKeys: longest) }

  func keptKeys(capacity: Int) -> KeptKeys? {
    precondition(shape.isCausal, "Keys are kept only where pointers are causal.")
    return KeptKeys(
      buffer: values.keys, count: AttentionCache.sequences * capacity * shape.pointerCount * shape.width,
      scratchCount: 0)
  }

  func run(by executor: Executor, on batch: Batch) {
    for sequence in 0..<batch.sequenceCount {
      withPointing(sequence, by: executor, on: batch) { pointing in
        let first = executor.rows(of: sequence, output, batch).first
        Kernel.pointer(
          shape, pointing, output: executor[output] + first * shape.vocabulary,
          scratch: executor.workspace.scratch.pointer)
      }
    }
  }

  func appendBackward(_ gradient: Int, _ saved: [Int], to builder: inout ProgramBuilder) {
    builder.contribute(to: values.all) {
      Backward(
        pointers: self, outputGradient: gradient,
        gradients: PointerValues(queries: $0[0], keys: $0[1], gates: $0[2], logits: $0[3]))
    }
  }

  struct Backward: Instruction {
    let pointers: Point
    let outputGradient: Int
    let gradients: PointerValues

    var buffers: [Int] { pointers.buffers + [outputGradient] + gradients.all }
    var kind: String { "pointers, back" }

    func run(by executor: Executor, on batch: Batch) {
      let (shape, values) = (pointers.shape, pointers.values)
      for sequence in 0..<batch.sequenceCount {
        pointers.withPointing(sequence, by: executor, on: batch) { pointing in
          let query = executor.rows(of: sequence, values.queries, batch).first
          let key = executor.rows(of: sequence, values.keys, batch).first
          let targets = Kernel.PointingGradients(
            queries: executor[gradients.queries] + query * shape.pointerCount * shape.width,
            keys: executor[gradients.keys] + key * shape.pointerCount * shape.width,
            gates: executor[gradients.gates] + query * shape.gateCount,
            logits: executor[gradients.logits] + query * shape.vocabulary)
          Kernel.pointerBackward(
            shape, pointing, output: executor[pointers.output] + query * shape.vocabulary,
            outputGradient: executor[outputGradient] + query * shape.vocabulary, gradients: targets,
            scratch: executor.workspace.scratch.pointer)
        }
      }
    }
  }

  /// What a sequence points with, and at: its own keys, or where it is read in parts, all that were kept.
  private func withPointing(
    _ sequence: Int, by executor: Executor, on batch: Batch, _ body: (Kernel.Pointing) -> Void
  ) {
    let query = executor.rows(of: sequence, values.queries, batch)
    let (tokens, firstKey) = batch.tokens(of: sequence, executor.program.buffers[values.keys].rows)
    precondition(
      shape.pointerCount <= batch.idsPerToken,
      "\(shape.pointerCount) pointers copy as many ids of a token, which has \(batch.idsPerToken).")
    batch.ids.withUnsafeBufferPointer { ids in
      var pointing = Kernel.Pointing(
        queries: executor[values.queries] + query.first * shape.pointerCount * shape.width, queryCount: query.count,
        keys: executor[values.keys] + firstKey * shape.pointerCount * shape.width, keyCount: tokens.count,
        ids: ids.baseAddress! + tokens.lowerBound * batch.idsPerToken, idsPerToken: batch.idsPerToken,
        gates: executor[values.gates] + query.first * shape.gateCount,
        logits: executor[values.logits] + query.first * shape.vocabulary)
      executor.check(
        pointing.ids, idsPerRow: shape.pointerCount, idStride: batch.idsPerToken, rows: tokens.count,
        below: shape.vocabulary, what: "the vocabulary of the pointers")
      guard let cache = executor.cache else { return body(pointing) }
      cache.keep(pointing, of: sequence, values.keys, shape)
      (pointing.keys, pointing.ids) = cache.kept(of: sequence, values.keys, shape)
      pointing.keyCount += cache.length
      body(pointing)
    }
  }
}
