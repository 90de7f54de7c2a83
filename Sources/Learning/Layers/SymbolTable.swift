/// A vector for each of an alphabet's symbols, the same wherever a symbol stands: read by number, mixed by a
/// distribution, and compared with what a token says.
struct SymbolTable: Sendable {
  let embedding: Embedding

  init(_ name: String, count: Int, width: Int, in layout: inout ParameterLayout) {
    embedding = Embedding(name, vocabulary: count, width: width, idsPerRow: 1, combination: .sum, in: &layout)
  }

  /// The vectors of each token's id at this place: `[tokens, width]`.
  func callAsFunction(id: Int, in recorder: Recorder) -> Value { embedding(id: id, in: recorder) }

  /// `p E`: the mean vector of each distribution, `[rows, symbols]` to `[rows, width]`.
  func mixed(by distribution: Value) -> Value { distribution.multiplied(by: embedding.table) }

  /// `x E' / sqrt(width)`: how much each row is like each symbol, `[rows, width]` to `[rows, symbols]`. Scaled as the
  /// scores of attention are.
  func likeness(to x: Value) -> Value {
    x.multiplied(by: embedding.table, isTransposed: true).scaled(by: 1 / Float(x.width).squareRoot())
  }
}
