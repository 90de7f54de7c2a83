/// Looks the ids of a token up in one table and joins what it finds: `[rows, idsPerRow]` ids to `[rows, width]`.
struct Embedding: Sendable {
  let table: Parameter
  let idsPerRow: Int
  let combination: EmbeddingCombination
  /// The first of a token's ids that is read.
  private(set) var firstID: Int
  /// Which tokens are read.
  let rows: Rows

  init(
    _ name: String, vocabulary: Int, width: Int, idsPerRow: Int, combination: EmbeddingCombination, firstID: Int = 0,
    rows: Rows = .tokens, in layout: inout ParameterLayout
  ) {
    let tableWidth: Int
    switch combination {
    case .sum: tableWidth = width
    case .concatenate:
      precondition(width % idsPerRow == 0, "A width of \(width) is not shared evenly by \(idsPerRow) ids.")
      tableWidth = width / idsPerRow
    }
    table = layout.declare(name, rows: vocabulary, columns: tableWidth, .normal(standardDeviation: 1), isTable: true)
    self.idsPerRow = idsPerRow
    self.combination = combination
    self.firstID = firstID
    self.rows = rows
  }

  /// The tokens of whatever batch the program is run on.
  func callAsFunction(in recorder: Recorder) -> Value {
    let width = combination == .concatenate ? table.columns * idsPerRow : table.columns
    return recorder.record(rows: rows, width: width) { Applied(embedding: self, output: $0) }
  }

  /// The same of the ids from another one on.
  func callAsFunction(id: Int, in recorder: Recorder) -> Value {
    var embedding = self
    embedding.firstID = id
    return embedding(in: recorder)
  }
}

extension Embedding {
  struct Applied: Operation, Instruction {
    let embedding: Embedding
    let output: Int

    var inputs: [Int] { [] }
    var kind: String { "embed" }

    func run(by executor: Executor, on batch: Batch) {
      let table = embedding.table
      embedding.withIDs(of: batch) { ids, rows, firstRow in
        executor.check(
          ids, idsPerRow: embedding.idsPerRow, idStride: batch.idsPerToken, rows: rows, below: table.rows,
          what: table.name)
        Kernel.embed(
          ids: ids, idsPerRow: embedding.idsPerRow, idStride: batch.idsPerToken, combination: embedding.combination,
          table: executor.value(of: table), tableWidth: table.columns, rows: rows,
          into: executor[output] + firstRow * executor.width(output))
      }
    }

    func appendBackward(_ gradient: Int, _ saved: [Int], to builder: inout ProgramBuilder) {
      builder.backward.append(Backward(embedding: embedding, outputGradient: gradient))
    }
  }

  struct Backward: Instruction {
    let embedding: Embedding
    let outputGradient: Int

    var buffers: [Int] { [outputGradient] }
    var kind: String { "embed, back" }

    func run(by executor: Executor, on batch: Batch) {
      embedding.withIDs(of: batch) { ids, rows, firstRow in
        Kernel.embedBackward(
          ids: ids, idsPerRow: embedding.idsPerRow, idStride: batch.idsPerToken, combination: embedding.combination,
          outputGradient: executor[outputGradient] + firstRow * executor.width(outputGradient),
          tableWidth: embedding.table.columns, rows: rows, tableGradient: executor.gradient(of: embedding.table))
      }
    }
  }

  /// The ids that it reads: all tokens at once, or those of each sequence that it is for.
  private func withIDs(
    of batch: Batch, _ body: (_ ids: UnsafePointer<Int32>, _ rows: Int, _ firstRow: Int) -> Void
  ) {
    precondition(
      firstID + idsPerRow <= batch.idsPerToken,
      "\(table.name) reads ids \(firstID)..<\(firstID + idsPerRow) of a token that has \(batch.idsPerToken).")
    batch.ids.withUnsafeBufferPointer { ids in
      let first = ids.baseAddress! + firstID
      guard rows != .tokens else { return body(first, batch.tokenCount, 0) }
      for sequence in 0..<batch.sequenceCount {
        let (tokens, firstRow) = batch.tokens(of: sequence, rows)
        body(first + tokens.lowerBound * batch.idsPerToken, tokens.count, firstRow)
      }
    }
  }
}
