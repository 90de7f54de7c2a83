/// What a looped encoder does once a loop: a transformer block whose tokens attend along links.
struct LoopedBlock: Sendable {
  let normOrder: NormOrder
  let attention: LinkedAttention
  let norm1: LayerNorm
  let feedForward: FeedForward
  let norm2: LayerNorm

  init(_ name: String, _ shape: LoopedEncoderShape, in layout: inout ParameterLayout) {
    normOrder = shape.normOrder
    attention = LinkedAttention(
      "\(name).attention", width: shape.width, headCount: shape.headCount, kindCount: shape.linkKinds, in: &layout)
    norm1 = LayerNorm("\(name).norm1", width: shape.width, in: &layout)
    feedForward = FeedForward(
      "\(name).feedForward", width: shape.width, hiddenWidth: shape.hiddenWidth, activation: shape.activation,
      in: &layout)
    norm2 = LayerNorm("\(name).norm2", width: shape.width, in: &layout)
  }

  func callAsFunction(_ x: Value) -> Value {
    switch normOrder {
    case .pre:
      let h = x + attention(norm1(x))
      return h + feedForward(norm2(h))
    case .post:
      let h = norm1(x + attention(x))
      return norm2(h + feedForward(h))
    }
  }
}
