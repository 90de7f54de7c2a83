/// A named matrix (or, with one row, a vector) of the flat parameter buffer.
package struct Parameter: Sendable, Hashable {
  package let name: String
  package let rows: Int
  package let columns: Int
  /// Where it begins in the flat buffer.
  package let offset: Int
  let initializer: Initializer
  /// Whether it is looked up in, by a symbol or a place, and does not multiply all that goes through.
  let isTable: Bool

  package var count: Int { rows * columns }
  package var range: Range<Int> { offset..<offset + count }
}
