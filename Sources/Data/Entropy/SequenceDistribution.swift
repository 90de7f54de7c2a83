import Seeds

/// A distribution of sequences of tokens of which everything is known: how surprising they are on average, and what may come
/// next, with which probability. A network that writes them can be told exactly how much there is left to learn.
package protocol SequenceDistribution: Sendable, Hashable {
  /// Such as `trees-3x3`: lower-case letters, digits and hyphens, another one for every other distribution.
  var localName: String { get }
  /// Goes up by one whenever the same stream gives another sequence.
  var revision: Int { get }
  /// Tokens are `0..<vocabulary`.
  var vocabulary: Int { get }
  /// The most tokens a sequence can have.
  var longest: Int { get }
  /// What a sequence tells, in order, and the exact entropy of each part given those before it.
  var parts: [SequencePart] { get }

  func draw(using generator: inout Generator) -> KnownSequence

  /// `[tokens][vocabulary]`: at each place of one of its sequences the probability of every token, given those before.
  func conditionals(of sequence: KnownSequence) -> [[Double]]
}

extension SequenceDistribution {
  /// Of whole sequences, in nats.
  package var entropy: Double { parts.reduce(0) { $0 + $1.entropy } }
}

/// One of the things that a sequence tells.
package struct SequencePart: Hashable, Sendable {
  package let name: String
  /// In nats, given the parts before it.
  package let entropy: Double

  init(_ name: String, entropy: Double) { (self.name, self.entropy) = (name, entropy) }
}

/// A sequence of tokens that tells one drawn thing whole.
package struct KnownSequence: Hashable, Sendable {
  package let tokens: [Int]
  /// `[parts]`: the place behind the last token of each part.
  package let partEnds: [Int]

  package init(tokens: [Int], partEnds: [Int]) {
    precondition(
      partEnds.last == tokens.count && zip([0] + partEnds, partEnds).allSatisfy { $0 <= $1 },
      "Parts that end at \(partEnds) do not make up \(tokens.count) tokens.")
    (self.tokens, self.partEnds) = (tokens, partEnds)
  }

  /// The places of each part's tokens.
  package var places: [Range<Int>] { zip([0] + partEnds, partEnds).map { $0..<$1 } }
}
