/// Continues transcripts: the learned overseer of Christiano, Shlegeris and Amodei (2018). At every token it says which
/// word comes next, a word of its vocabulary or one that it has read.
package struct Asker: Model {
  package let shape: AskerShape
  package let layout: ParameterLayout
  package let statistics: ParameterLayout
  let words: Embedding
  let roles: Embedding
  let positions: PositionEmbedding
  let cells: [CausalCell]
  let answer: PointerMixture

  package init(_ shape: AskerShape) {
    var layout = ParameterLayout()
    var statistics = ParameterLayout()
    words = Embedding(
      "words", vocabulary: shape.vocabulary, width: shape.width, idsPerRow: 1, combination: .sum, in: &layout)
    roles = Embedding(
      "roles", vocabulary: shape.roleCount, width: shape.width, idsPerRow: 1, combination: .sum, firstID: 1,
      in: &layout)
    positions = PositionEmbedding("positions", longest: shape.longest, width: shape.width, in: &layout)
    cells = (0..<shape.cells).map { CausalCell("cells.\($0)", shape, in: &layout, statistics: &statistics) }
    answer = PointerMixture(
      "answer", width: shape.width, pointerCount: 1, gateCount: 1, vocabulary: shape.vocabulary, isCausal: true,
      in: &layout)
    self.shape = shape
    self.layout = layout
    self.statistics = statistics
  }

  package var idsPerToken: Int { 2 }
  package var loss: Loss { .crossEntropy }

  /// `[tokens, vocabulary]`: logarithms of probabilities.
  package func callAsFunction(in recorder: Recorder) -> Value {
    var x = positions(words(in: recorder) + roles(in: recorder))  // [tokens, width]
    x = Dropout(probability: shape.dropout)(x)
    for cell in cells { x = cell(x) }
    return answer(x, at: x)
  }
}
