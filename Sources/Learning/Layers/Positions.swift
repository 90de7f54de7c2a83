/// How a model knows where in its sequence a token stands.
package enum Positions: Sendable, Hashable, Codable {
  /// It does not: a sequence is an unordered set.
  case none
  /// A learned vector for each place, added to the token's, in sequences of at most so many tokens.
  case learned(longest: Int)
  /// Queries and keys are turned by angles that grow with their places, so their products depend on the distance between
  /// them (Su and others, 2021); in sequences of at most so many tokens. No parameters.
  case rotary(longest: Int)
  /// A learned number for each layer, head and distance from query to key, added to the attention's scores. Distances of
  /// more than `farthest`, before or behind, count as that: so sequences may be longer than any seen in training.
  case relative(farthest: Int)

  /// The distance from which on all are the same, where distances are known.
  var farthest: Int? { if case .relative(let farthest) = self { farthest } else { nil } }

  /// What turns the queries and keys of a layer, where they are turned.
  func rotary(headCount: Int, headWidth: Int) -> RotaryPositions? {
    guard case .rotary(let longest) = self else { return nil }
    return RotaryPositions(headCount: headCount, headWidth: headWidth, longest: longest)
  }
}
