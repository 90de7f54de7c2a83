/// What a tape encoder is made of. Pure data.
package struct TapeEncoderShape: Sendable, Hashable, Codable {
  /// What a token keeps from one loop to the next.
  package enum State: String, Sendable, Hashable, Codable {
    /// A symbol: while the network learns, the mean vector of the distribution over symbols that it computed; when it
    /// is asked, the vector of the likeliest one. What is a little wrong does not become more so.
    case symbol
    /// The mean vector of the distribution, always.
    case distribution
    /// Whatever vector it likes.
    case vector
  }

  /// The alphabet of facts and answers.
  package var symbols: Int
  /// The alphabet of the tape.
  package var tapeSymbols: Int
  package var width: Int
  /// Of the block that is applied once a loop.
  package var layerCount: Int
  package var headCount: Int
  package var hiddenWidth: Int
  package var activation: Activation
  /// How many symbols of the tape are read. No parameter depends on it, so a trained network may be asked with more.
  package var loops: Int
  package var state: State

  package init(
    symbols: Int, tapeSymbols: Int, width: Int, layerCount: Int, headCount: Int, hiddenWidth: Int,
    activation: Activation = .gelu, loops: Int, state: State
  ) {
    precondition(
      symbols > 0 && tapeSymbols > 0 && width > 0 && layerCount > 0 && headCount > 0 && hiddenWidth > 0 && loops > 0,
      "A tape encoder needs positive sizes, not symbols \(symbols), tape symbols \(tapeSymbols), width \(width), "
        + "layers \(layerCount), heads \(headCount), hidden width \(hiddenWidth), loops \(loops).")
    self.symbols = symbols
    self.tapeSymbols = tapeSymbols
    self.width = width
    self.layerCount = layerCount
    self.headCount = headCount
    self.hiddenWidth = hiddenWidth
    self.activation = activation
    self.loops = loops
    self.state = state
  }

  /// The same network reading so many symbols.
  package func looped(_ loops: Int) -> TapeEncoderShape {
    var shape = self
    shape.loops = loops
    return shape
  }

  /// Its layers are those of an encoder without positions.
  var layers: EncoderShape {
    EncoderShape(
      vocabulary: symbols, idsPerToken: 1, combination: .sum, width: width, layerCount: layerCount,
      headCount: headCount, hiddenWidth: hiddenWidth, activation: activation, normOrder: .pre, outputs: symbols,
      loss: .crossEntropy)
  }
}
