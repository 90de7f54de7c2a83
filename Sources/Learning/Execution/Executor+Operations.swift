extension Executor {
  func embed(_ embedding: Embedding, _ output: Int, _ batch: Batch) {
    withIDs(of: embedding, batch) { ids, rows, firstRow in
      check(
        ids, idsPerRow: embedding.idsPerRow, idStride: batch.idsPerToken, rows: rows, below: embedding.table.rows,
        what: embedding.table.name)
      Kernel.embed(
        ids: ids, idsPerRow: embedding.idsPerRow, idStride: batch.idsPerToken, combination: embedding.combination,
        table: parameters + embedding.table.offset, tableWidth: embedding.table.columns, rows: rows,
        into: workspace[output] + firstRow * width(output))
    }
  }

  func embedBackward(
    _ embedding: Embedding, _ outputGradient: Int, _ batch: Batch, _ gradients: UnsafeMutablePointer<Float>
  ) {
    withIDs(of: embedding, batch) { ids, rows, firstRow in
      Kernel.embedBackward(
        ids: ids, idsPerRow: embedding.idsPerRow, idStride: batch.idsPerToken, combination: embedding.combination,
        outputGradient: workspace[outputGradient] + firstRow * width(outputGradient),
        tableWidth: embedding.table.columns, rows: rows, tableGradient: gradients + embedding.table.offset)
    }
  }

  /// The ids that an embedding reads: all tokens at once, or those of each sequence that it is for.
  private func withIDs(
    of embedding: Embedding, _ batch: Batch, _ body: (_ ids: UnsafePointer<Int32>, _ rows: Int, _ firstRow: Int) -> Void
  ) {
    precondition(
      embedding.firstID + embedding.idsPerRow <= batch.idsPerToken,
      "\(embedding.table.name) reads ids \(embedding.firstID)..<\(embedding.firstID + embedding.idsPerRow) of a token "
        + "that has \(batch.idsPerToken).")
    batch.ids.withUnsafeBufferPointer { ids in
      let first = ids.baseAddress! + embedding.firstID
      guard embedding.rows != .tokens else { return body(first, batch.tokenCount, 0) }
      for sequence in 0..<batch.sequenceCount {
        let (tokens, firstRow) = batch.tokens(of: sequence, embedding.rows)
        body(first + tokens.lowerBound * batch.idsPerToken, tokens.count, firstRow)
      }
    }
  }

  /// Once a pass, before anything is looked up: beside a table stands another parameter, which would be read and learned.
  func check(
    _ ids: UnsafePointer<Int32>, idsPerRow: Int = 1, idStride: Int = 1, rows: Int, below count: Int, what name: String
  ) {
    let needed = Kernel.neededRowCount(ids: ids, idsPerRow: idsPerRow, idStride: idStride, rows: rows)
    precondition(
      needed <= count,
      "\(Int32(truncatingIfNeeded: needed - 1)) is none of the \(count) numbers that \(name) knows, from 0 on.")
  }

  func addPositions(_ input: Int, _ positions: PositionEmbedding, _ output: Int, _ batch: Batch) {
    let first = cache?.length ?? 0
    checkPlaces(of: batch, below: positions.table.rows)
    withPlaces(of: batch) { starts, firstPlaces in
      Kernel.addPositions(
        workspace[input], table: parameters + positions.table.offset + first * positions.table.columns,
        width: positions.table.columns, starts: starts, firstPlaces: firstPlaces,
        sequenceCount: batch.sequenceCount, into: workspace[output])
    }
  }

  private func checkPlaces(of batch: Batch, below count: Int) {
    let needed = (cache?.length ?? 0) + batch.placeCount
    precondition(needed <= count, "The model knows \(count) positions, and token \(needed) has none.")
  }

  func addPositionsBackward(
    _ positions: PositionEmbedding, _ outputGradient: Int, _ batch: Batch, _ gradients: UnsafeMutablePointer<Float>
  ) {
    withPlaces(of: batch) { starts, firstPlaces in
      Kernel.addPositionsBackward(
        outputGradient: workspace[outputGradient], width: positions.table.columns, starts: starts,
        firstPlaces: firstPlaces, sequenceCount: batch.sequenceCount,
        tableGradient: gradients + positions.table.offset)
    }
  }

  /// Queries and keys by the angles of their places, or back.
  func rotate(_ input: Int, _ rotary: RotaryPositions, isBack: Bool, _ output: Int, _ batch: Batch) {
    checkPlaces(of: batch, below: rotary.longest)
    withPlaces(of: batch) { starts, firstPlaces in
      rotary.turns.withUnsafeBufferPointer { turns in
        Kernel.rotate(
          workspace[input], turns: turns.baseAddress! + (cache?.length ?? 0) * rotary.headWidth,
          headCount: rotary.headCount, headWidth: rotary.headWidth, starts: starts, firstPlaces: firstPlaces,
          sequenceCount: batch.sequenceCount, isBack: isBack, into: workspace[output])
      }
    }
  }

  func linear(
    _ input: Int, _ weight: PackedWeight, _ bias: Parameter?, _ addend: Int?, _ output: Int, _ batch: Batch
  ) {
    let (inputs, outputs) = (weight.parameter.rows, weight.parameter.columns)
    Kernel.multiply(
      MatrixView(base: workspace[input], rowStride: inputs, columnStride: 1), packed: packed[weight.forward],
      into: workspace[output], cStride: outputs, rows: rows(input, batch), depth: inputs, columns: outputs,
      start: bias.map { .bias(parameters + $0.offset) } ?? .zero, addend: addend.map { UnsafePointer(workspace[$0]) })
  }

  /// `dx = dy W'`, `dW += x' dy`, `db += sum of dy over rows`.
  func linearBackward(
    _ input: Int, _ weight: PackedWeight, _ bias: Parameter?, _ outputGradient: Int, _ inputGradient: Int?,
    _ accumulates: Bool, _ batch: Batch, _ gradients: UnsafeMutablePointer<Float>
  ) {
    let (inputs, outputs) = (weight.parameter.rows, weight.parameter.columns)
    let count = rows(input, batch)
    let dy = UnsafePointer(workspace[outputGradient])
    if let inputGradient {
      Kernel.multiply(
        MatrixView(base: dy, rowStride: outputs, columnStride: 1), packed: packed[weight.backward!],
        into: workspace[inputGradient], cStride: inputs, rows: count, depth: outputs, columns: inputs,
        start: accumulates ? .accumulate : .zero)
    }
    Kernel.multiply(
      MatrixView(base: workspace[input], rowStride: 1, columnStride: inputs), rowMajor: dy, bStride: outputs,
      into: gradients + weight.parameter.offset, cStride: outputs, rows: inputs, depth: count, columns: outputs,
      start: .accumulate)
    if let bias { Kernel.addColumnSums(dy, rows: count, columns: outputs, into: gradients + bias.offset) }
  }

  func attention(
    _ shape: Kernel.AttentionShape, _ bias: Parameter?, _ queryKeyValue: Int, _ output: Int, _ logSumExp: Int,
    _ batch: Batch
  ) {
    withSequences(of: batch) { starts, keyMask, prefixes in
      Kernel.attention(
        shape, qkv: workspace[queryKeyValue], starts: starts, sequenceCount: batch.sequenceCount, keyMask: keyMask,
        prefixes: prefixes, bias: bias.map { parameters + $0.offset }, lastQueries: lastQueries(output),
        output: workspace[output],
        logSumExp: workspace[logSumExp], scratch: workspace.scratch.pointer)
    }
  }

  func attentionBackward(
    _ shape: Kernel.AttentionShape, _ bias: Parameter?, _ queryKeyValue: Int, _ output: Int, _ logSumExp: Int,
    _ outputGradient: Int, _ inputGradient: Int, _ batch: Batch, _ gradients: UnsafeMutablePointer<Float>
  ) {
    withSequences(of: batch) { starts, keyMask, prefixes in
      Kernel.attentionBackward(
        shape, qkv: workspace[queryKeyValue], output: workspace[output], logSumExp: workspace[logSumExp],
        outputGradient: workspace[outputGradient], starts: starts, sequenceCount: batch.sequenceCount,
        keyMask: keyMask, prefixes: prefixes, bias: bias.map { parameters + $0.offset },
        biasGradient: bias.map { gradients + $0.offset }, lastQueries: lastQueries(output),
        qkvGradient: workspace[inputGradient],
        scratch: workspace.scratch.pointer)
    }
  }

  /// How many tokens of each sequence ask, where not all do.
  private func lastQueries(_ output: Int) -> Int? {
    if case .last(let count) = program.buffers[output].rows { count } else { nil }
  }

  func lastRows(_ input: Int, _ output: Int, _ batch: Batch) {
    let (source, target) = (workspace[input], workspace[output])
    let (width, count) = (width(input), rows(output, batch) / batch.sequenceCount)
    for sequence in 0..<batch.sequenceCount {
      let first = Int(batch.starts[sequence + 1]) - count
      (target + sequence * count * width).update(from: source + first * width, count: count * width)
    }
  }

  func lastRowsBackward(_ outputGradient: Int, _ inputGradient: Int, _ batch: Batch) {
    let (source, target) = (workspace[outputGradient], workspace[inputGradient])
    let (width, count) = (width(inputGradient), rows(outputGradient, batch) / batch.sequenceCount)
    for sequence in 0..<batch.sequenceCount {
      let tokens = Int(batch.starts[sequence])..<Int(batch.starts[sequence + 1])
      (target + tokens.lowerBound * width).update(repeating: 0, count: (tokens.count - count) * width)
      (target + (tokens.upperBound - count) * width).update(
        from: source + sequence * count * width, count: count * width)
    }
  }

  private func withPlaces(
    of batch: Batch, _ body: (_ starts: UnsafePointer<Int32>, _ firstPlaces: UnsafePointer<Int32>) -> Void
  ) {
    batch.starts.withUnsafeBufferPointer { starts in
      batch.firstPlaces.withUnsafeBufferPointer { body(starts.baseAddress!, $0.baseAddress!) }
    }
  }

  private func withSequences(
    of batch: Batch,
    _ body: (
      _ starts: UnsafePointer<Int32>, _ keyMask: UnsafePointer<UInt8>?, _ prefixes: UnsafePointer<Int32>
    ) -> Void
  ) {
    batch.starts.withUnsafeBufferPointer { starts in
      batch.keyMask.withUnsafeBufferPointer { keyMask in
        batch.prefixes.withUnsafeBufferPointer { prefixes in
          body(starts.baseAddress!, keyMask.isEmpty ? nil : keyMask.baseAddress, prefixes.baseAddress!)
        }
      }
    }
  }
}
