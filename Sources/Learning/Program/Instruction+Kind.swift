extension Instruction {
  /// What it does and how wide, for a table of where the time goes.
  var kind: String {
    switch self {
    case .embed: "embed"
    case .addPositions: "positions"
    case .linear(_, let weight, _, _, _): "linear \(weight.parameter.rows) x \(weight.parameter.columns)"
    case .multiply(_, let weight, _, _): "multiply \(weight.parameter.rows) x \(weight.parameter.columns)"
    case .rotate: "rotary"
    case .add: "add"
    case .activate: "activation"
    case .layerNorm: "layer norm"
    case .batchNorm, .normalize: "batch norm"
    case .attention: "attention"
    case .linkedAttention: "linked attention"
    case .crossAttention: "cross attention"
    case .pointer: "pointers"
    case .softmax: "softmax"
    case .chooseLargest: "choose"
    case .lastRows: "last rows"
    case .dropout: "dropout"
    case .multiHot: "multi-hot"
    case .columns, .columnsBackward, .join: "columns"
    case .fold, .foldBackward: "fold"
    case .affine: "affine"
    case .embedBackward: "embed, back"
    case .addPositionsBackward: "positions, back"
    case .rotateBackward: "rotary, back"
    case .linearBackward(_, let weight, _, _, _, _):
      "linear \(weight.parameter.rows) x \(weight.parameter.columns), back"
    case .multiplyBackward(_, let weight, _, _, _, _):
      "multiply \(weight.parameter.rows) x \(weight.parameter.columns), back"
    case .softmaxBackward: "softmax, back"
    case .activateBackward: "activation, back"
    case .layerNormBackward: "layer norm, back"
    case .batchNormBackward: "batch norm, back"
    case .attentionBackward: "attention, back"
    case .linkedAttentionBackward: "linked attention, back"
    case .crossAttentionBackward: "cross attention, back"
    case .pointerBackward: "pointers, back"
    case .lastRowsBackward: "last rows, back"
    case .dropoutBackward: "dropout, back"
    case .stopGradientBackward: "stopped gradient, back"
    case .copy: "copy"
    case .accumulate: "accumulate, back"
    }
  }
}
