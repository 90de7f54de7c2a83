import Learning

extension EncoderShape {
  /// Answers to a sequence of so many tokens.
  func answerCount(length: Int) -> Int {
    switch readout {
    case .everyToken: length
    case .lastToken: 1
    case .lastTokens(let count): count
    }
  }

  /// Floating-point operations of the matrix products of a forward pass over a sequence: for each layer the four projections,
  /// the feed-forward pair and both products of the attention, counted as if nothing were skipped; and the head.
  package func operations(length: Int) -> Int {
    let layer = 8 * length * width * width + 4 * length * width * hiddenWidth + 4 * length * length * width
    return layerCount * layer + 2 * answerCount(length: length) * width * outputs
  }
}
