/// What follows the attention in a post-norm cell with batch norm (Christiano, Shlegeris and Amodei, 2018).
struct PostNormSublayers: Sendable {
  let norm1: LayerNorm
  let feedForward: FeedForward
  let norm2: LayerNorm
  let dropout: Dropout

  init(
    _ name: String, width: Int, hiddenWidth: Int, dropout: Dropout, batchNorm: BatchNormRule,
    in layout: inout ParameterLayout, statistics: inout ParameterLayout
  ) {
    norm1 = LayerNorm("\(name).norm1", width: width, in: &layout)
    feedForward = FeedForward(
      "\(name).feedForward", width: width, hiddenWidth: hiddenWidth, activation: .relu, batchNorm: batchNorm,
      weights: Initializer.unitVariance, in: &layout, statistics: &statistics)
    norm2 = LayerNorm("\(name).norm2", width: width, in: &layout)
    self.dropout = dropout
  }

  func callAsFunction(_ x: Value, attended: Value) -> Value {
    let h = norm1(x + dropout(attended))
    return norm2(h + dropout(feedForward(h)))
  }
}
