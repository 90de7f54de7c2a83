/// What a network that continues transcripts is made of. Pure data.
package struct AskerShape: Sendable, Hashable, Codable {
  package var vocabulary: Int
  /// A token is a word and the part that it plays, one of so many.
  package var roleCount: Int
  /// Of a transcript, in tokens.
  package var longest: Int
  package var width: Int
  package var headCount: Int
  package var hiddenWidth: Int
  package var cells: Int
  /// Of each feature; after the embeddings for each token by itself, in the cells for all tokens of a transcript.
  package var dropout: Double
  package var batchNorm: BatchNormRule

  package init(
    vocabulary: Int, roleCount: Int, longest: Int, width: Int, headCount: Int, hiddenWidth: Int, cells: Int,
    dropout: Double, batchNorm: BatchNormRule
  ) {
    precondition(
      vocabulary > 0 && roleCount > 0 && longest > 0 && width > 0 && headCount > 0 && hiddenWidth > 0 && cells > 0,
      "An asker needs positive sizes, not vocabulary \(vocabulary), roles \(roleCount), \(longest) tokens, widths "
        + "\(width) and \(hiddenWidth), heads \(headCount), cells \(cells).")
    self.vocabulary = vocabulary
    self.roleCount = roleCount
    self.longest = longest
    self.width = width
    self.headCount = headCount
    self.hiddenWidth = hiddenWidth
    self.cells = cells
    self.dropout = dropout
    self.batchNorm = batchNorm
  }
}
