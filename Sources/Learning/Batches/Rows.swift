/// What the leading axis of a value counts. A batch holds sequences of different lengths, packed one after another.
package enum Rows: Sendable, Hashable {
  /// One row a token: as many as the batch has tokens.
  case tokens
  /// So many rows a sequence: its last tokens, in order.
  case last(Int)
  /// One row a token, but for so many last ones of each sequence.
  case butLast(Int)
  /// One row for the whole batch.
  case one

  /// How many rows that is.
  func count(tokens: Int, sequences: Int) -> Int {
    switch self {
    case .tokens: tokens
    case .last(let count): sequences * count
    case .butLast(let count): tokens - sequences * count
    case .one: 1
    }
  }
}
