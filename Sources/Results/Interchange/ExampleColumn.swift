import Storage

/// One array of an export: a row an example.
package struct ExampleColumn: Sendable, Hashable {
  package let name: String
  /// The axes of one example's row: none for a number, [16, 2] for 16 tokens of two ids.
  package let rowShape: [Int]
  /// What stands in it, for help.
  package let about: String
  private(set) var values: Tensor.Values

  package init(_ name: String, _ values: [Int32], rowShape: [Int] = [], _ about: String) {
    self.init(name, .integers(values), rowShape: rowShape, about)
  }

  init(_ name: String, _ values: [Float], rowShape: [Int] = [], _ about: String) {
    self.init(name, .floats(values), rowShape: rowShape, about)
  }

  private init(_ name: String, _ values: Tensor.Values, rowShape: [Int], _ about: String) {
    precondition(
      values.count.isMultiple(of: rowShape.reduce(1, *)), "\(name): \(values.count) numbers are no rows of \(rowShape)")
    (self.name, self.rowShape, self.about, self.values) = (name, rowShape, about, values)
  }

  /// Numbers in a row.
  var rowSize: Int { rowShape.reduce(1, *) }

  /// The rows of the same column further on.
  mutating func append(_ other: ExampleColumn) {
    precondition(name == other.name && rowShape == other.rowShape, "\(other.name) does not go on with \(name)")
    values.append(other.values)
  }

  var tensor: Tensor { Tensor(values, shape: [values.count / rowSize] + rowShape) }

  /// `tokens [count, 16, 2] int32`
  package var signature: String {
    "\(name) [\((["count"] + rowShape.map(String.init)).joined(separator: ", "))] \(values.isFloat ? "float32" : "int32")"
  }
}
