extension Kernel {
  struct AttentionShape {
    var headCount: Int
    var headWidth: Int
    /// A query sees only the keys at or before it, and those of its sequence's prefix.
    var isCausal: Bool
    /// Where scores have a bias by distance: distances of more than this count as this. Nil where they have none.
    var farthest: Int? = nil

    /// The columns of the output; q, k and v have as many each.
    var width: Int { headCount * headWidth }

    /// Queries whose scores are held at once: with 256 keys of 64 queries, weights and their gradients are 128 KiB and
    /// stay in the second-level cache. Causal blocks are smaller, because a block computes all pairs of its own rows.
    var queryBlock: Int { isCausal ? 32 : 64 }

    var scoreScale: Float { 1 / Float(headWidth).squareRoot() }
  }

  /// The floats of scratch that one worker needs for sequences of at most `longest` rows.
  static func attentionScratchCount(_ shape: AttentionShape, longest: Int) -> Int {
    let lanes = (min(shape.queryBlock, longest) + 15) & ~15
    let biases = shape.farthest == nil ? 0 : AttentionBias.scratchCount(length: longest)
    return 2 * (shape.headWidth + longest + 1) * lanes + biases
  }
}
