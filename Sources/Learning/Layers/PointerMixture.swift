/// Answers with a word of the vocabulary or with one that is copied from what was read: a mixture of one softmax over the
/// vocabulary and, for each pointer, one over tokens. Gives logarithms of probabilities, `[rows, vocabulary]`.
struct PointerMixture: Sendable {
  let queries: Linear
  let keys: Linear
  let gateHidden: Linear
  let gates: Linear
  let wordHidden: Linear
  let words: Linear
  let shape: Kernel.PointerShape

  /// - Parameters:
  ///   - pointerCount: of so many first ids of a token one each is copied by a pointer.
  ///   - gateCount: one more than pointers, or as many: the vocabulary's logit is then 0.
  init(
    _ name: String, width: Int, pointerCount: Int, gateCount: Int, vocabulary: Int, isCausal: Bool,
    in layout: inout ParameterLayout
  ) {
    precondition(
      pointerCount > 0 && (pointerCount...pointerCount + 1).contains(gateCount),
      "\(pointerCount) pointers have as many gates or one more, not \(gateCount).")
    func linear(_ part: String, _ outputs: Int, _ layout: inout ParameterLayout) -> Linear {
      Linear("\(name).\(part)", inputs: width, outputs: outputs, .unitVariance(width), in: &layout)
    }
    queries = linear("queries", pointerCount * width, &layout)
    keys = linear("keys", pointerCount * width, &layout)
    gateHidden = linear("gateHidden", width, &layout)
    gates = linear("gates", gateCount, &layout)
    wordHidden = linear("wordHidden", width, &layout)
    words = linear("words", vocabulary, &layout)
    shape = Kernel.PointerShape(
      pointerCount: pointerCount, width: width, vocabulary: vocabulary, gateCount: gateCount, isCausal: isCausal)
  }

  func callAsFunction(_ x: Value, at y: Value) -> Value {
    let values = PointerValues(
      queries: queries(x).id, keys: keys(y).id, gates: gates(gateHidden(x).activated(by: .relu)).id,
      logits: words(wordHidden(x).activated(by: .relu)).id)
    return x.recorder.record(rows: x.rows, width: shape.vocabulary) { Point(shape: shape, values: values, output: $0) }
  }
}
