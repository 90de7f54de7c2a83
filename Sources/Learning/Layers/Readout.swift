/// Which tokens' outputs of a layer anybody reads. What nobody reads is not computed: the numbers that remain keep their
/// bits, because every operation after the attention treats rows one by one. (Not batch norm: in the
/// last block its rows are those that are read.)
package enum Readout: Sendable, Hashable, Codable {
  case everyToken
  case lastToken
  /// The last so many tokens of each sequence, which must have as many.
  case lastTokens(Int)

  var rows: Rows {
    switch self {
    case .everyToken: .tokens
    case .lastToken: .last(1)
    case .lastTokens(let count): .last(count)
    }
  }

  func callAsFunction(_ x: Value) -> Value {
    switch self {
    case .everyToken: x
    case .lastToken: x.last(1)
    case .lastTokens(let count): x.last(count)
    }
  }
}
