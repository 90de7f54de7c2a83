/// One coarse step of a model, between numbered values.
enum Operation {
  case embed(Embedding, output: Int)
  case addPositions(Int, PositionEmbedding, output: Int)
  case rotate(Int, RotaryPositions, output: Int)
  case linear(Int, Linear, output: Int)
  case add(Int, Int, output: Int)
  case activate(Activation, Int, output: Int)
  case layerNorm(Int, LayerNorm, output: Int)
  case batchNorm(Int, BatchNorm, output: Int)
  case attention(Kernel.AttentionShape, bias: Parameter?, queryKeyValue: Int, output: Int)
  case linkedAttention(Kernel.LinkedAttentionShape, bias: Parameter, values: Parameter, queryKeyValue: Int, output: Int)
  case lastRows(Int, output: Int)
  case dropout(Dropout, number: Int, Int, output: Int)

  var inputs: [Int] {
    switch self {
    case .embed: []
    case .add(let left, let right, _): [left, right]
    case .linear(let input, _, _), .activate(_, let input, _), .layerNorm(let input, _, _),
      .batchNorm(let input, _, _), .attention(_, _, let input, _), .linkedAttention(_, _, _, let input, _),
      .lastRows(let input, _), .addPositions(let input, _, _), .rotate(let input, _, _), .dropout(_, _, let input, _):
      [input]
    }
  }

  var output: Int {
    switch self {
    case .embed(_, let output), .linear(_, _, let output), .add(_, _, let output), .activate(_, _, let output),
      .layerNorm(_, _, let output), .batchNorm(_, _, let output), .attention(_, _, _, let output),
      .linkedAttention(_, _, _, _, let output), .lastRows(_, let output), .addPositions(_, _, let output),
      .rotate(_, _, let output),
      .dropout(_, _, _, let output):
      output
    }
  }
}
