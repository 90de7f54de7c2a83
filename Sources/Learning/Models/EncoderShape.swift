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
  /// How many numbers the head reads from the last token.
  package var outputs: Int

  package init(
    vocabulary: Int, idsPerToken: Int, combination: EmbeddingCombination, width: Int, layerCount: Int,
    headCount: Int, hiddenWidth: Int, activation: Activation, normOrder: NormOrder, outputs: Int
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
  }
}
