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
    table = layout.declare(name, rows: vocabulary, columns: tableWidth, .normal(standardDeviation: 1))
    self.idsPerRow = idsPerRow
    self.combination = combination
    self.firstID = firstID
    self.rows = rows
  }

  /// The tokens of whatever batch the program is run on.
  func callAsFunction(in recorder: Recorder) -> Value {
    let width = combination == .concatenate ? table.columns * idsPerRow : table.columns
    return recorder.record(rows: rows, width: width) { .embed(self, output: $0) }
  }

  /// The same of the ids from another one on.
  func callAsFunction(id: Int, in recorder: Recorder) -> Value {
    var embedding = self
    embedding.firstID = id
    return embedding(in: recorder)
  }
}
