/// A transformer over the tokens of each sequence: with or without positions, looking both ways or only back, answering
/// at the last token, at some or at all.
package struct Encoder: Model {
  package let shape: EncoderShape
  package let layout: ParameterLayout
  /// What batch norms keep for answering; empty without any.
  package let statistics: ParameterLayout
  let embedding: Embedding
  /// Only where the model adds positions to its tokens.
  let positions: PositionEmbedding?
  /// Only where the model has batch norm.
  let embeddingNorm: BatchNorm?
  let blocks: [EncoderBlock]
  /// Only where the blocks do not end with a norm of their own.
  let finalNorm: LayerNorm?
  let head: Linear

  package init(_ shape: EncoderShape) {
    var layout = ParameterLayout()
    var statistics = ParameterLayout()
    embedding = Embedding(
      "embedding", vocabulary: shape.vocabulary, width: shape.width, idsPerRow: shape.idsPerToken,
      combination: shape.combination, in: &layout)
    positions =
      switch shape.positions {
      case .none, .relative, .rotary: nil
      case .learned(let longest):
        PositionEmbedding("positions", longest: longest, width: shape.width, in: &layout)
      }
    embeddingNorm = shape.batchNorm.map {
      BatchNorm("embeddingNorm", width: shape.width, $0, in: &layout, statistics: &statistics)
    }
    var blocks: [EncoderBlock] = []
    for layer in 0..<shape.layerCount {
      blocks.append(EncoderBlock("blocks.\(layer)", shape, in: &layout, statistics: &statistics))
    }
    self.blocks = blocks
    finalNorm = shape.normOrder == .pre ? LayerNorm("finalNorm", width: shape.width, in: &layout) : nil
    head = Linear("head", inputs: shape.width, outputs: shape.outputs, .fanIn(shape.width), in: &layout)
    self.shape = shape
    self.layout = layout
    self.statistics = statistics
  }

  package var idsPerToken: Int { shape.idsPerToken }
  package var loss: Loss { shape.loss }

  /// The model's formula, recorded: `[answers, outputs]` for whatever batch the program is run on.
  package func callAsFunction(in recorder: Recorder) -> Value {
    var x = embedding(in: recorder)  // [tokens, width]
    x = positions?(x) ?? x
    x = shape.dropout(embeddingNorm?(x) ?? x)
    for block in blocks.dropLast() {
      x = block(x, reading: .everyToken)
    }
    x = blocks[blocks.count - 1](x, reading: shape.readout)  // [answers, width]
    return head(finalNorm?(x) ?? x)
  }
}
