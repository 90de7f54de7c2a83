extension Kernel {
  /// An answer that is partly a word of the vocabulary and partly a word copied from what was read (See, Liu and Manning,
  /// 2017).
  struct PointerShape: Sendable, Hashable {
    /// How many pointers there are. Pointer w points at tokens, and copies id w of the one it points at.
    var pointerCount: Int
    /// Of the query and the keys of each pointer.
    var width: Int
    var vocabulary: Int
    /// One gate for each pointer, and one for the vocabulary; where that is left out its logit is 0.
    var gateCount: Int
    /// A token points at itself and at those before it.
    var isCausal: Bool

    var scoreScale: Float { 1 / Float(width).squareRoot() }

    /// The floats of scratch where no sequence has more keys than this.
    func scratchCount(mostKeys: Int) -> Int {
      let keys = (mostKeys + 15) & ~15
      let words = (vocabulary + 15) & ~15
      return (pointerCount + 1) * keys + 3 * words + 2 * ((pointerCount + 16) & ~15)
    }
  }
}
