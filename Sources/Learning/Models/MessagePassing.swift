/// The processor of Pointer Graph Networks (Veličković and others, 2020), along edges that are given, in the form of
/// the CLRS benchmark (Veličković and others, 2022; Ibarz and others, 2022). With z = (input, state) of a token, and a
/// state of zeros at first,
///
///     message = max over links of (W1 z + W2 z' + e)
///     state = norm(relu(U1 z + U2 relu(message)))
///
/// where z' is the z of the token that a link leads to, and e a vector by the link's kind. It is not theirs in this: no
/// hints, no pointers of its own, no gate; messages without the two further layers of CLRS, and without a part for the
/// whole graph; always as many loops as it was made with; and an answer that is read off the state alone.
package struct MessagePassing: Model {
  package let shape: MessagePassingShape
  package let layout: ParameterLayout
  let embedding: Embedding
  let input: Linear
  let state: Linear
  let step: MaximumAggregation
  let finalNorm: LayerNorm
  let head: Linear

  package init(_ shape: MessagePassingShape) {
    var layout = ParameterLayout()
    let width = shape.width
    embedding = Embedding(
      "embedding", vocabulary: shape.vocabulary, width: width, idsPerRow: shape.idsPerToken, combination: .sum,
      in: &layout)
    // The two halves of W2, W1 and U1.
    input = Linear("input", inputs: width, outputs: 3 * width, .fanIn(2 * width), in: &layout)
    state = Linear("state", inputs: width, outputs: 3 * width, .fanIn(2 * width), hasBias: false, in: &layout)
    step = MaximumAggregation("step", width: width, kindCount: shape.linkKinds, in: &layout)
    finalNorm = LayerNorm("finalNorm", width: width, in: &layout)
    head = Linear("head", inputs: width, outputs: shape.outputs, .fanIn(width), in: &layout)
    self.shape = shape
    self.layout = layout
  }

  package var statistics: ParameterLayout { ParameterLayout() }
  package var idsPerToken: Int { shape.idsPerToken }
  package var loss: Loss { shape.loss }

  package func callAsFunction(in recorder: Recorder) -> Value {
    let given = input(embedding(in: recorder))  // [tokens, 3 width]
    var x = step(given)  // the first state is zero
    for _ in 1..<shape.loops { x = step(given + state(x)) }
    return head(finalNorm(shape.readout(x)))
  }
}
