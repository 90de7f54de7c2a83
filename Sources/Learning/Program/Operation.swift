/// One coarse step of a model, between numbered values.
enum Operation {
  case embed(Embedding, output: Int)
  case addPositions(Int, PositionEmbedding, output: Int)
  case rotate(Int, RotaryPositions, output: Int)
  case linear(Int, Linear, output: Int)
  case multiply(Int, Parameter, isTransposed: Bool, output: Int)
  case add(Int, Int, output: Int)
  case activate(Activation, Int, output: Int)
  case layerNorm(Int, LayerNorm, output: Int)
  case batchNorm(Int, BatchNorm, output: Int)
  case attention(Kernel.AttentionShape, bias: Parameter?, queryKeyValue: Int, output: Int)
  case linkedAttention(Kernel.LinkedAttentionShape, bias: Parameter, values: Parameter, queryKeyValue: Int, output: Int)
  case crossAttention(Kernel.CrossAttentionShape, queries: Int, keysValues: Int, output: Int)
  case pointer(Kernel.PointerShape, PointerValues, output: Int)
  case softmax(Int, output: Int)
  case chooseLargest(Int, output: Int)
  case lastRows(Int, output: Int)
  case multiHot(output: Int)
  case columns(Int, first: Int, output: Int)
  case join([Int], output: Int)
  case fold(Int, parts: Int, output: Int)
  case affine(Int, scale: Float, shift: Float, output: Int)
  case dropout(Dropout, number: Int, Int, output: Int)
  case stopGradient(ProgressiveLoss, after: Int, of: Int, Int, output: Int)

  var inputs: [Int] {
    switch self {
    case .embed, .multiHot: []
    case .join(let inputs, _): inputs
    case .add(let left, let right, _), .crossAttention(_, let left, let right, _): [left, right]
    case .pointer(_, let values, _): values.all
    case .linear(let input, _, _), .activate(_, let input, _), .layerNorm(let input, _, _),
      .batchNorm(let input, _, _), .attention(_, _, let input, _), .linkedAttention(_, _, _, let input, _),
      .lastRows(let input, _), .addPositions(let input, _, _), .rotate(let input, _, _), .dropout(_, _, let input, _),
      .multiply(let input, _, _, _), .softmax(let input, _), .chooseLargest(let input, _),
      .columns(let input, _, _), .fold(let input, _, _), .affine(let input, _, _, _),
      .stopGradient(_, _, _, let input, _):
      [input]
    }
  }

  var output: Int {
    switch self {
    case .embed(_, let output), .linear(_, _, let output), .add(_, _, let output), .activate(_, _, let output),
      .layerNorm(_, _, let output), .batchNorm(_, _, let output), .attention(_, _, _, let output),
      .linkedAttention(_, _, _, _, let output), .crossAttention(_, _, _, let output), .pointer(_, _, let output),
      .lastRows(_, let output), .addPositions(_, _, let output), .rotate(_, _, let output),
      .dropout(_, _, _, let output),
      .multiply(_, _, _, let output), .softmax(_, let output), .chooseLargest(_, let output),
      .multiHot(let output), .columns(_, _, let output), .join(_, let output), .fold(_, _, let output),
      .affine(_, _, _, let output), .stopGradient(_, _, _, _, let output):
      output
    }
  }
}
