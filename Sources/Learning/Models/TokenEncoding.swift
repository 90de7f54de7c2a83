/// The words of a token side by side, and what a linear layer and batch norm make of them: `[rows, width]`.
struct TokenEncoding: Sendable {
  let embedding: Embedding
  let encoding: Linear
  let norm: BatchNorm

  /// - Parameters:
  ///   - words: how many of a token's first ids are read.
  ///   - rows: which tokens are read.
  init(
    _ name: String, _ shape: AnswererShape, words: Int, rows: Rows, in layout: inout ParameterLayout,
    statistics: inout ParameterLayout
  ) {
    let width = words * shape.embeddingWidth
    embedding = Embedding(
      "\(name).embedding", vocabulary: shape.vocabulary, width: width, idsPerRow: words, combination: .concatenate,
      rows: rows, in: &layout)
    encoding = Linear("\(name).encoding", inputs: width, outputs: shape.width, .unitVariance(width), in: &layout)
    norm = BatchNorm("\(name).norm", width: shape.width, shape.batchNorm, in: &layout, statistics: &statistics)
  }

  func callAsFunction(in recorder: Recorder) -> Value { norm(encoding(embedding(in: recorder))) }
}
