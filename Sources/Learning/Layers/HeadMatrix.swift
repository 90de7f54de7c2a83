/// The matrix of one head that makes its queries, its keys or its values of a state: some columns of a parameter.
package struct HeadMatrix: Sendable, Hashable {
  package enum Role: String, Sendable, Hashable, Codable, CaseIterable { case query, key, value }

  package let parameter: Parameter
  package let columns: Range<Int>

  /// Where an element stands in the flat parameters: `row` is a feature of the state, `column` counts from the matrix's own
  /// first.
  package func place(_ row: Int, _ column: Int) -> Int {
    precondition(
      (0..<parameter.rows).contains(row) && (0..<columns.count).contains(column),
      "\(parameter.name) has no element \(row), \(column): its matrices are \(parameter.rows) x \(columns.count).")
    return parameter.offset + row * parameter.columns + columns.lowerBound + column
  }

  /// Of all elements, row after row.
  package var places: [Int] {
    (0..<parameter.rows).flatMap { row in columns.indices.map { place(row, $0 - columns.lowerBound) } }
  }
}
