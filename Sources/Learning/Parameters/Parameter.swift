/// A named matrix (or, with one row, a vector) of the flat parameter buffer.
package struct Parameter: Sendable, Hashable {
  package let name: String
  package let rows: Int
  package let columns: Int
  /// Where it begins in the flat buffer.
  package let offset: Int
  let initializer: Initializer

  package var count: Int { rows * columns }
  package var range: Range<Int> { offset..<offset + count }
}
