/// How a model knows where in its sequence a token stands.
package enum Positions: Sendable, Hashable, Codable {
  /// It does not: a sequence is an unordered set.
  case none
  /// A learned vector for each place, added to the token's, in sequences of at most so many tokens.
  case learned(longest: Int)
}
