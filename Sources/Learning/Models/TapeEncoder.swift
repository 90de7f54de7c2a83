/// A transformer that reads a tape, one symbol a loop: the same layers are applied once for each, and from one loop to
/// the next each token keeps a symbol. A token is a fact: a symbol, its image, and the tape.
///
/// It learns from the answer of every token, and is asked at the last one.
package struct TapeEncoder: Model {
  package let shape: TapeEncoderShape
  package let layout: ParameterLayout
  let symbols: SymbolTable
  let tape: Embedding
  let source: Linear
  let image: Linear
  let pointer: Linear
  let blocks: [EncoderBlock]
  let norm: LayerNorm
  let out: Linear

  package init(_ shape: TapeEncoderShape) {
    var (layout, statistics) = (ParameterLayout(), ParameterLayout())
    func linear(_ name: String, _ initializer: Initializer) -> Linear {
      Linear(name, inputs: shape.width, outputs: shape.width, initializer, in: &layout)
    }
    symbols = SymbolTable("symbols", count: shape.symbols, width: shape.width, in: &layout)
    tape = Embedding(
      "tape", vocabulary: shape.tapeSymbols, width: shape.width, idsPerRow: 1, combination: .sum, in: &layout)
    source = linear("source", .fanIn(shape.width))
    image = linear("image", .fanIn(shape.width))
    pointer = linear("pointer", .fanIn(shape.width))
    blocks = (0..<shape.layerCount).map {
      EncoderBlock("blocks.\($0)", shape.layers, in: &layout, statistics: &statistics)
    }
    norm = LayerNorm("norm", width: shape.width, in: &layout)
    out = linear("out", .fanIn(shape.width))
    self.shape = shape
    self.layout = layout
  }

  package var statistics: ParameterLayout { ParameterLayout() }
  package var idsPerToken: Int { 2 + shape.loops }
  package var loss: Loss { .crossEntropy }

  package func callAsFunction(in recorder: Recorder) -> Value {
    let own = symbols(id: 0, in: recorder)  // [tokens, width]
    let fact = source(own) + image(symbols(id: 1, in: recorder))
    var state = own
    for loop in 0..<shape.loops - 1 {
      state = kept(step(fact, state, tape(id: 2 + loop, in: recorder)))
    }
    let last = step(fact, state, tape(id: 1 + shape.loops, in: recorder))
    return logits(recorder.purpose.isDifferentiable ? last : last.last(1))  // [answers, symbols]
  }

  private func step(_ fact: Value, _ state: Value, _ tape: Value) -> Value {
    norm(blocks.reduce(fact + pointer(state) + tape) { x, block in block(x, reading: .everyToken) })
  }

  private func logits(_ x: Value) -> Value { symbols.likeness(to: out(x)) }

  /// What a token keeps of what it computed.
  private func kept(_ x: Value) -> Value {
    switch shape.state {
    case .vector: x
    case .distribution: symbols.mixed(by: logits(x).softmax())
    case .symbol:
      symbols.mixed(by: x.recorder.purpose.isDifferentiable ? logits(x).softmax() : logits(x).largestOfEachRow())
    }
  }
}
