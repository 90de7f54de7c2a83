/// One layer of a transformer encoder.
struct EncoderBlock: Sendable {
  let order: NormOrder
  let attention: SelfAttention
  let norm1: LayerNorm
  let feedForward: FeedForward
  let norm2: LayerNorm
  let dropout: Dropout

  init(
    _ name: String, _ shape: EncoderShape, in layout: inout ParameterLayout, statistics: inout ParameterLayout
  ) {
    order = shape.normOrder
    attention = SelfAttention(
      "\(name).attention", width: shape.width, headCount: shape.headCount, isCausal: shape.isCausal,
      positions: shape.positions, in: &layout)
    norm1 = LayerNorm("\(name).norm1", width: shape.width, in: &layout)
    feedForward = FeedForward(
      "\(name).feedForward", width: shape.width, hiddenWidth: shape.hiddenWidth, activation: shape.activation,
      batchNorm: shape.batchNorm, in: &layout, statistics: &statistics)
    norm2 = LayerNorm("\(name).norm2", width: shape.width, in: &layout)
    dropout = shape.dropout
  }

  func callAsFunction(_ x: Value, reading readout: Readout) -> Value {
    switch order {
    case .post:
      let h = norm1(readout(x) + dropout(attention(x, reading: readout)))
      return norm2(h + dropout(feedForward(h)))
    case .pre:
      let h = readout(x) + dropout(attention(norm1(x), reading: readout))
      return h + dropout(feedForward(norm2(h)))
    }
  }
}
