import Seeds

/// Mazes told whole, of which some are blank: in place of every cell of their passages stands one and the same token, and the
/// ends and the path are told as ever. A network that writes both tells how much of a maze it uses: its path costs it less where
/// it was shown the maze.
package struct BlankedMazes: SequenceDistribution {
  package let mazes: GenerativeMazes
  /// How many of them are blank.
  package let blank: Probability

  package init(_ mazes: GenerativeMazes, blank: Probability) { (self.mazes, self.blank) = (mazes, blank) }

  package var localName: String {
    switch blank {
    case .never: "\(mazes.localName)-never-blank"
    case .always: "\(mazes.localName)-blank"
    default: "\(mazes.localName)-blank-\(blank.numerator)-of-\(blank.denominator)"
    }
  }
  package var revision: Int { 1 }
  /// The cells, and the blank.
  package var vocabulary: Int { mazes.vocabulary + 1 }
  package var longest: Int { mazes.longest }

  private var token: Int { mazes.vocabulary }
  private var share: Double { Double(blank.numerator) / Double(blank.denominator) }

  /// Whether a maze is blank is told by its first token; after that it is the one entropy or the other.
  package var parts: [SequencePart] {
    let told = mazes.parts
    return [
      SequencePart(told[0].name, entropy: Entropy.of([share, 1 - share]) + (1 - share) * told[0].entropy), told[1],
      SequencePart(told[2].name, entropy: share == 0 ? 0 : share * mazes.blindPathEntropy),
    ]
  }

  /// In this order: the maze, its ends, and whether it is blank.
  package func draw(using generator: inout Generator) -> KnownSequence {
    let told = mazes.draw(using: &generator)
    guard Draw.chance(blank.numerator, of: blank.denominator, using: &generator) else { return told }
    let passages = told.partEnds[0]
    return KnownSequence(
      tokens: Array(repeating: token, count: passages) + told.tokens[passages...], partEnds: told.partEnds)
  }

  package func conditionals(of sequence: KnownSequence) -> [[Double]] {
    let first = mazes.beginning.map { (1 - share) * $0 } + [share]
    let rest: [[Double]]
    if sequence.tokens[0] == token {
      let passages = Array(repeating: [Double](repeating: 0, count: token) + [1], count: sequence.partEnds[0] - 1)
      rest = passages + mazes.blindConditionals(of: sequence).map { $0 + [0] }
    } else {
      rest = mazes.conditionals(of: sequence).dropFirst().map { $0 + [0] }
    }
    return [first] + rest
  }
}
