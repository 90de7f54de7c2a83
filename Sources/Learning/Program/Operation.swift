/// One coarse step of a model, between numbered values.
enum Operation {
  case embed(Parameter, idsPerRow: Int, EmbeddingCombination, output: Int)
  case linear(Int, weight: Parameter, bias: Parameter, output: Int)
  case add(Int, Int, output: Int)
  case activate(Activation, Int, output: Int)
  case layerNorm(Int, scale: Parameter, shift: Parameter, epsilon: Float, output: Int)
  case attention(AttentionShape, queryKeyValue: Int, output: Int)
  case lastRows(Int, output: Int)

  var inputs: [Int] {
    switch self {
    case .embed: []
    case .add(let left, let right, _): [left, right]
    case .linear(let input, _, _, _), .activate(_, let input, _), .layerNorm(let input, _, _, _, _),
      .attention(_, let input, _), .lastRows(let input, _):
      [input]
    }
  }

  var output: Int {
    switch self {
    case .embed(_, _, _, let output), .linear(_, _, _, let output), .add(_, _, let output),
      .activate(_, _, let output), .layerNorm(_, _, _, _, let output), .attention(_, _, let output),
      .lastRows(_, let output):
      output
    }
  }
}
