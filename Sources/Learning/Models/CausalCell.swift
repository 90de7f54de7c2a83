/// A post-norm cell whose tokens attend to themselves and to those before them.
struct CausalCell: Sendable {
  let attention: SelfAttention
  let sublayers: PostNormSublayers

  init(_ name: String, _ shape: AskerShape, in layout: inout ParameterLayout, statistics: inout ParameterLayout) {
    attention = SelfAttention(
      "\(name).attention", width: shape.width, headCount: shape.headCount, isCausal: true, positions: .none,
      weights: .unitVariance(shape.width), in: &layout)
    sublayers = PostNormSublayers(
      name, width: shape.width, hiddenWidth: shape.hiddenWidth,
      dropout: Dropout(probability: shape.dropout, isSharedOverTokens: true), batchNorm: shape.batchNorm, in: &layout,
      statistics: &statistics)
  }

  func callAsFunction(_ x: Value) -> Value { sublayers(x, attended: attention(x, reading: .everyToken)) }
}
