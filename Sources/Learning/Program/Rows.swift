/// What the leading axis of a value counts. A batch holds sequences of different lengths, packed one after another.
package enum Rows: Sendable, Hashable {
  /// One row a token: as many as the batch has tokens.
  case tokens
  /// One row a sequence.
  case sequences
}
