/// What a transformer encoder is made of. Pure data: the hash of a declaration, and the same words in every report.
package struct EncoderShape: Sendable, Hashable, Codable {
  package var vocabulary: Int
  package var idsPerToken: Int
  package var combination: EmbeddingCombination
  package var width: Int
  package var layerCount: Int
  package var headCount: Int
  package var hiddenWidth: Int
  package var activation: Activation
  package var normOrder: NormOrder
  /// How many numbers, or logits, the head makes of each token it reads.
  package var outputs: Int
  package var positions: Positions
  /// A token attends only to itself, to those before it, and to its sequence's prefix where the batch names one.
  package var isCausal: Bool
  /// Which tokens the head reads.
  package var readout: Readout
  package var loss: Loss
  /// After the embedding, and after both parts of each block before they are added; only while it learns.
  package var dropout: Dropout
  /// Of the embedding, and of what each block's feed-forward layers give; nil for none. Training then takes a batch in one
  /// piece: a recipe of one shard.
  package var batchNorm: BatchNormRule?

  /// What is left out makes the encoder that reads an unordered set and answers with numbers at its last token.
  package init(
    vocabulary: Int, idsPerToken: Int, combination: EmbeddingCombination, width: Int, layerCount: Int,
    headCount: Int, hiddenWidth: Int, activation: Activation, normOrder: NormOrder, outputs: Int,
    positions: Positions = .none, isCausal: Bool = false, readout: Readout = .lastToken, loss: Loss = .squaredError,
    dropout: Dropout = .none, batchNorm: BatchNormRule? = nil
  ) {
    precondition(
      vocabulary > 0 && idsPerToken > 0 && width > 0 && layerCount > 0 && headCount > 0 && hiddenWidth > 0
        && outputs > 0,
      "An encoder needs positive sizes, not vocabulary \(vocabulary), ids \(idsPerToken), width \(width), "
        + "layers \(layerCount), heads \(headCount), hidden width \(hiddenWidth), outputs \(outputs).")
    self.vocabulary = vocabulary
    self.idsPerToken = idsPerToken
    self.combination = combination
    self.width = width
    self.layerCount = layerCount
    self.headCount = headCount
    self.hiddenWidth = hiddenWidth
    self.activation = activation
    self.normOrder = normOrder
    self.outputs = outputs
    self.positions = positions
    self.isCausal = isCausal
    self.readout = readout
    self.loss = loss
    self.dropout = dropout
    self.batchNorm = batchNorm
  }
}
