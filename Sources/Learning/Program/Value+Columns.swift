extension Value {
  /// Some features of every row.
  package func columns(_ range: Range<Int>) -> Value {
    precondition(
      !range.isEmpty && range.lowerBound >= 0 && range.upperBound <= width,
      "A value of \(width) columns has no columns \(range).")
    return recorder.record(rows: rows, width: range.count) { .columns(id, first: range.lowerBound, output: $0) }
  }

  /// Row beside row: `[rows, a]` and `[rows, b]` to `[rows, a + b]`.
  package static func joined(_ values: [Value]) -> Value {
    guard let first = values.first else { preconditionFailure("Nothing cannot be joined.") }
    precondition(
      values.allSatisfy { $0.rows == first.rows },
      "Values of \(values.map(\.rows)) have no rows in common.")
    return first.recorder.record(rows: first.rows, width: values.reduce(0) { $0 + $1.width }) {
      .join(values.map(\.id), output: $0)
    }
  }

  /// The same with some features replaced.
  package func replacing(_ range: Range<Int>, with value: Value) -> Value {
    precondition(value.width == range.count, "\(value.width) columns do not fit in the place of columns \(range).")
    let before = range.lowerBound > 0 ? [columns(0..<range.lowerBound)] : []
    let after = range.upperBound < width ? [columns(range.upperBound..<width)] : []
    return .joined(before + [value] + after)
  }

  /// The sum of so many parts that stand side by side: `[rows, parts * width]` to `[rows, width]`.
  package func folded(parts: Int) -> Value {
    precondition(parts > 0 && width % parts == 0, "\(width) columns do not fall into \(parts) equal parts.")
    if parts == 1 { return self }
    return recorder.record(rows: rows, width: width / parts) { .fold(id, parts: parts, output: $0) }
  }
}
