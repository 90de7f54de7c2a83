/// A transformer block applied over and over, in which tokens attend along links only, and which is shown its input
/// again before every loop ("recall": Bansal and others, 2022). Information moves one link a loop.
package struct LoopedEncoder: Model {
  package let shape: LoopedEncoderShape
  package let layout: ParameterLayout
  let embedding: Embedding
  /// One, or one a loop.
  let blocks: [LoopedBlock]
  let finalNorm: LayerNorm
  let head: Linear

  package init(_ shape: LoopedEncoderShape) {
    var layout = ParameterLayout()
    embedding = Embedding(
      "embedding", vocabulary: shape.vocabulary, width: shape.width, idsPerRow: shape.idsPerToken, combination: .sum,
      in: &layout)
    blocks = (shape.isTied ? ["block"] : (0..<shape.loops).map { "blocks.\($0)" }).map {
      LoopedBlock($0, shape, in: &layout)
    }
    finalNorm = LayerNorm("finalNorm", width: shape.width, in: &layout)
    head = Linear("head", inputs: shape.width, outputs: shape.outputs, .fanIn(shape.width), in: &layout)
    self.shape = shape
    self.layout = layout
  }

  package var statistics: ParameterLayout { ParameterLayout() }
  package var idsPerToken: Int { shape.idsPerToken }
  package var loss: Loss { shape.loss }

  package func callAsFunction(in recorder: Recorder) -> Value {
    let input = embedding(in: recorder)  // [tokens, width]
    var x = input
    var waited: Value?  // [answers, outputs]
    var last: Value?  // [answers, outputs], how much the loop before counted
    for loop in 0..<shape.loops {
      x = blocks[shape.isTied ? 0 : loop](loop == 0 ? x : x + input)
      if shape.answer != .lastState {
        let isRounded = shape.answer == .wholeLoops && recorder.purpose == .answering
        var waits = stopGradient(after: loop, answer(x).activated(by: isRounded ? .step : .sigmoid))
        if shape.answer == .stopping { waits = last.map { $0 * waits } ?? waits }
        last = waits
        waited = waited.map { $0 + waits } ?? waits
      }
      x = stopGradient(after: loop, x)
    }
    return waited ?? answer(x)
  }

  /// What a loop made counts as given for examples that begin to learn after it.
  private func stopGradient(after loop: Int, _ x: Value) -> Value {
    loop < shape.loops - 1 ? shape.progressiveLoss(x, madeIn: loop, of: shape.loops) : x
  }

  private func answer(_ x: Value) -> Value { head(finalNorm(shape.readout(x))) }
}
