extension Kernel {
  struct AttentionShape {
    var headCount: Int
    /// The columns of a head's queries, and of its keys.
    var headWidth: Int
    /// The columns of its values and of its output.
    var valueWidth: Int
    /// A query sees only the keys at or before it, and those of its sequence's prefix.
    var isCausal: Bool
    /// Where scores have a bias by distance: distances of more than this count as this. Nil where they have none.
    var farthest: Int?
    /// Whether scores are divided by sqrt(headWidth).
    var isScaled: Bool

    /// - Parameter valueWidth: nil for that of queries and keys.
    init(
      headCount: Int, headWidth: Int, valueWidth: Int? = nil, isCausal: Bool, farthest: Int? = nil,
      isScaled: Bool = true
    ) {
      self.headCount = headCount
      self.headWidth = headWidth
      self.valueWidth = valueWidth ?? headWidth
      self.isCausal = isCausal
      self.farthest = farthest
      self.isScaled = isScaled
    }

    /// The columns of the output; the values have as many.
    var width: Int { headCount * valueWidth }

    /// The columns of the queries of all heads; the keys have as many.
    var keyWidth: Int { headCount * headWidth }

    /// The columns of q | k | v.
    var rowWidth: Int { 2 * keyWidth + width }

    /// Queries whose scores are held at once: with 256 keys of 64 queries, weights and their gradients are 128 KiB and
    /// stay in the second-level cache. Causal blocks are smaller, because a block computes all pairs of its own rows.
    var queryBlock: Int { isCausal ? 32 : 64 }

    var scoreScale: Float { isScaled ? 1 / Float(headWidth).squareRoot() : 1 }
  }

  /// The floats of scratch that one worker needs for sequences of at most `longest` rows.
  static func attentionScratchCount(_ shape: AttentionShape, longest: Int) -> Int {
    let lanes = (min(shape.queryBlock, longest) + 15) & ~15
    let biases = shape.farthest == nil ? 0 : AttentionBias.scratchCount(length: longest)
    return (shape.headWidth + shape.valueWidth + 2 * (longest + 1)) * lanes + biases
  }
}
