/// A post-norm cell whose rows attend to the rows of another value, or to their own.
struct CrossCell: Sendable {
  let attention: CrossAttention
  let sublayers: PostNormSublayers

  init(
    _ name: String, _ shape: AnswererShape, in layout: inout ParameterLayout, statistics: inout ParameterLayout
  ) {
    attention = CrossAttention("\(name).attention", width: shape.width, headCount: shape.headCount, in: &layout)
    sublayers = PostNormSublayers(
      name, width: shape.width, hiddenWidth: shape.hiddenWidth, dropout: shape.dropout, batchNorm: shape.batchNorm,
      in: &layout, statistics: &statistics)
  }

  func callAsFunction(_ x: Value, to y: Value) -> Value { sublayers(x, attended: attention(x, to: y)) }
}
