extension Kernel {
  /// Attention of some rows to others.
  struct CrossAttentionShape: Sendable, Hashable {
    var headCount: Int
    var headWidth: Int

    /// The columns of queries and of outputs; keys and values have as many each.
    var width: Int { headCount * headWidth }

    var scoreScale: Float { 1 / Float(headWidth).squareRoot() }
  }

  /// The floats of scratch that one worker needs where no sequence has more keys than this.
  static func crossAttentionScratchCount(mostKeys: Int) -> Int { 2 * ((mostKeys + 15) & ~15) }
}
