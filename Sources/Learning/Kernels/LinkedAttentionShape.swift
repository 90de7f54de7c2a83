extension Kernel {
  /// Attention in which each token sees only those that its links lead to.
  struct LinkedAttentionShape {
    var headCount: Int
    var headWidth: Int
    /// Links are of one of so many kinds; each has a learned bias of the scores in each head, and a learned
    /// vector that is added to the values it brings (Shaw and others, 2018): so a token learns along which kind it heard.
    var kindCount: Int

    /// The columns of the output; q, k and v have as many each.
    var width: Int { headCount * headWidth }

    var scoreScale: Float { 1 / Float(headWidth).squareRoot() }
  }

  /// The links of all tokens of a batch, one token after another.
  struct Links {
    /// `[rows + 1]`
    let starts: UnsafePointer<Int32>
    /// `[links]`: the row that each leads to.
    let ends: UnsafePointer<Int32>
    /// `[links]`
    let kinds: UnsafePointer<Int32>

    @inline(__always)
    func of(_ row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }
  }

  /// The floats of scratch that one worker needs where no token has more links than this.
  static func linkedAttentionScratchCount(mostLinks: Int) -> Int { 2 * ((mostLinks + 15) & ~15) }
}
