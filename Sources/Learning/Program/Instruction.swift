/// What the executor does next. Whole numbers name buffers of the arena.
enum Instruction: Sendable {
  case embed(Embedding, output: Int)
  case addPositions(Int, PositionEmbedding, output: Int)
  case rotate(Int, RotaryPositions, output: Int)
  /// `addend` is added to what comes out; nil for nothing.
  case linear(Int, PackedWeight, bias: Parameter?, addend: Int?, output: Int)
  case multiply(Int, PackedWeight, isTransposed: Bool, output: Int)
  case add(Int, Int, output: Int)
  case activate(Activation, Int, output: Int)
  case layerNorm(Int, LayerNorm, output: Int, mean: Int, inverseDeviation: Int)
  /// By the batch's own statistics, which it leaves for the trainer.
  case batchNorm(Int, BatchNorm, output: Int, mean: Int, inverseDeviation: Int)
  /// The same by the running statistics.
  case normalize(Int, BatchNorm, output: Int)
  case attention(Kernel.AttentionShape, bias: Parameter?, queryKeyValue: Int, output: Int, logSumExp: Int)
  case linkedAttention(
    Kernel.LinkedAttentionShape, bias: Parameter, values: Parameter, queryKeyValue: Int, output: Int, logSumExp: Int)
  case crossAttention(Kernel.CrossAttentionShape, queries: Int, keysValues: Int, output: Int)
  case pointer(Kernel.PointerShape, PointerValues, output: Int)
  case softmax(Int, output: Int)
  case chooseLargest(Int, output: Int)
  case lastRows(Int, output: Int)
  case multiHot(output: Int)
  /// Also the way back of `join`.
  case columns(Int, first: Int, output: Int)
  case join([Int], output: Int)
  case fold(Int, parts: Int, output: Int)
  /// Also its own way back, without the shift.
  case affine(Int, scale: Float, shift: Float, output: Int)
  /// The how-manieth dropout of its program it is decides its random bits, and those of its way back.
  case dropout(Dropout, number: Int, Int, output: Int)

  case embedBackward(Embedding, outputGradient: Int)
  case addPositionsBackward(PositionEmbedding, outputGradient: Int)
  case rotateBackward(RotaryPositions, outputGradient: Int, inputGradient: Int)
  /// `inputGradient` is nil where nothing before it learns.
  case linearBackward(
    Int, PackedWeight, bias: Parameter?, outputGradient: Int, inputGradient: Int?, accumulates: Bool)
  case multiplyBackward(
    Int, PackedWeight, isTransposed: Bool, outputGradient: Int, inputGradient: Int, accumulates: Bool)
  case softmaxBackward(Int, outputGradient: Int, inputGradient: Int)
  case activateBackward(Activation, Int, outputGradient: Int, inputGradient: Int)
  case layerNormBackward(
    Int, LayerNorm, mean: Int, inverseDeviation: Int, outputGradient: Int, inputGradient: Int, accumulates: Bool)
  case batchNormBackward(
    Int, BatchNorm, mean: Int, inverseDeviation: Int, outputGradient: Int, inputGradient: Int)
  case attentionBackward(
    Kernel.AttentionShape, bias: Parameter?, queryKeyValue: Int, output: Int, logSumExp: Int, outputGradient: Int,
    inputGradient: Int)
  case linkedAttentionBackward(
    Kernel.LinkedAttentionShape, bias: Parameter, values: Parameter, queryKeyValue: Int, output: Int, logSumExp: Int,
    outputGradient: Int,
    inputGradient: Int)
  case crossAttentionBackward(
    Kernel.CrossAttentionShape, queries: Int, keysValues: Int, outputGradient: Int, queryGradient: Int,
    keyValueGradient: Int)
  case pointerBackward(
    Kernel.PointerShape, PointerValues, output: Int, outputGradient: Int, gradients: PointerValues)
  case lastRowsBackward(outputGradient: Int, inputGradient: Int)
  case columnsBackward(first: Int, outputGradient: Int, inputGradient: Int)
  case foldBackward(parts: Int, outputGradient: Int, inputGradient: Int)
  case dropoutBackward(Dropout, number: Int, outputGradient: Int, inputGradient: Int)
  case stopGradientBackward(ProgressiveLoss, after: Int, of: Int, outputGradient: Int, inputGradient: Int)
  case copy(Int, to: Int)
  case accumulate(Int, into: Int)

  /// Every buffer it reads or writes: what the planner keeps apart.
  var buffers: [Int] {
    switch self {
    case .embed(_, let output), .multiHot(let output): [output]
    case .join(let inputs, let output): inputs + [output]
    case .linear(let input, _, _, let addend, let output): [input, output] + (addend.map { [$0] } ?? [])
    case .activate(_, let input, let output), .lastRows(let input, let output),
      .addPositions(let input, _, let output), .rotate(let input, _, let output), .dropout(_, _, let input, let output),
      .normalize(let input, _, let output), .multiply(let input, _, _, let output), .softmax(let input, let output),
      .chooseLargest(let input, let output),
      .columns(let input, _, let output), .fold(let input, _, let output), .affine(let input, _, _, let output):
      [input, output]
    case .add(let left, let right, let output): [left, right, output]
    case .layerNorm(let input, _, let output, let mean, let inverseDeviation),
      .batchNorm(let input, _, let output, let mean, let inverseDeviation):
      [input, output, mean, inverseDeviation]
    case .attention(_, _, let queryKeyValue, let output, let logSumExp),
      .linkedAttention(_, _, _, let queryKeyValue, let output, let logSumExp):
      [queryKeyValue, output, logSumExp]
    case .embedBackward(_, let outputGradient), .addPositionsBackward(_, let outputGradient): [outputGradient]
    case .linearBackward(let input, _, _, let outputGradient, let inputGradient, _):
      [input, outputGradient] + (inputGradient.map { [$0] } ?? [])
    case .activateBackward(_, let input, let outputGradient, let inputGradient),
      .multiplyBackward(let input, _, _, let outputGradient, let inputGradient, _),
      .softmaxBackward(let input, let outputGradient, let inputGradient):
      [input, outputGradient, inputGradient]
    case .layerNormBackward(let input, _, let mean, let inverseDeviation, let outputGradient, let inputGradient, _),
      .batchNormBackward(let input, _, let mean, let inverseDeviation, let outputGradient, let inputGradient):
      [input, mean, inverseDeviation, outputGradient, inputGradient]
    case .attentionBackward(_, _, let queryKeyValue, let output, let logSumExp, let outputGradient, let inputGradient),
      .linkedAttentionBackward(
        _, _, _, let queryKeyValue, let output, let logSumExp, let outputGradient, let inputGradient):
      [queryKeyValue, output, logSumExp, outputGradient, inputGradient]
    case .crossAttention(_, let queries, let keysValues, let output): [queries, keysValues, output]
    case .pointer(_, let values, let output): values.all + [output]
    case .crossAttentionBackward(
      _, let queries, let keysValues, let outputGradient, let queryGradient, let keyValueGradient):
      [queries, keysValues, outputGradient, queryGradient, keyValueGradient]
    case .pointerBackward(_, let values, let output, let outputGradient, let gradients):
      values.all + [output, outputGradient] + gradients.all
    case .lastRowsBackward(let outputGradient, let inputGradient),
      .dropoutBackward(_, _, let outputGradient, let inputGradient),
      .stopGradientBackward(_, _, _, let outputGradient, let inputGradient),
      .rotateBackward(_, let outputGradient, let inputGradient),
      .columnsBackward(_, let outputGradient, let inputGradient),
      .foldBackward(_, let outputGradient, let inputGradient):
      [outputGradient, inputGradient]
    case .copy(let source, let target), .accumulate(let source, let target): [source, target]
    }
  }
}
