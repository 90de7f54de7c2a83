/// Adds a learned vector to each token, by its place in its sequence: `[tokens, width]` to the same.
struct PositionEmbedding: Sendable {
  /// `[longest, width]`
  let table: Parameter

  /// First values as those of the tokens' own table.
  init(_ name: String, longest: Int, width: Int, in layout: inout ParameterLayout) {
    table = layout.declare(name, rows: longest, columns: width, .normal(standardDeviation: 1))
  }

  func callAsFunction(_ x: Value) -> Value {
    precondition(
      x.rows == .tokens && x.width == table.columns,
      "\(table.name) is added to tokens of \(table.columns) features, not to \(x.rows) x \(x.width).")
    return x.recorder.record(rows: .tokens, width: x.width) { .addPositions(x.id, self, output: $0) }
  }
}
