/// What a token becomes once it has heard those that its links lead to: of each feature of their messages the largest.
struct MaximumAggregation: Sendable {
  /// `[kindCount, width]`: what each kind of link adds to a message.
  let kinds: Parameter
  let heard: Linear
  let norm: LayerNorm

  init(_ name: String, width: Int, kindCount: Int, in layout: inout ParameterLayout) {
    kinds = layout.declare("\(name).kinds", rows: kindCount, columns: width, .fanIn(width))
    heard = Linear("\(name).heard", inputs: width, outputs: width, .fanIn(width), in: &layout)
    norm = LayerNorm("\(name).norm", width: width, in: &layout)
  }

  /// Of what each token says, how it listens and what it keeps, side by side: `[tokens, 3 width]` to `[tokens, width]`.
  func callAsFunction(_ x: Value) -> Value {
    let width = kinds.columns
    // What does not depend on the other end of a link is added to the largest.
    let message = x.columns(0..<width).largestAlongLinks(kinds) + x.columns(width..<2 * width)
    let kept = x.columns(2 * width..<3 * width)
    return norm((kept + heard(message.activated(by: .relu))).activated(by: .relu))
  }
}
