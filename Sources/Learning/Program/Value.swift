/// A symbolic matrix: what a model's Swift code computes with while it is recorded. It holds no numbers.
package struct Value {
  let id: Int
  let rows: Rows
  /// The second axis: how many features a row has.
  package let width: Int
  let recorder: Recorder

  /// The elementwise sum of two values of the same shape.
  package static func + (left: Value, right: Value) -> Value {
    precondition(
      left.rows == right.rows && left.width == right.width,
      "Cannot add \(right.rows) x \(right.width) to \(left.rows) x \(left.width).")
    return left.recorder.record(rows: left.rows, width: left.width) {
      .add(left.id, right.id, output: $0)
    }
  }

  /// The last `count` tokens of each sequence: `[tokens, width]` to `[sequences * count, width]`.
  package func last(_ count: Int) -> Value {
    precondition(rows == .tokens && count > 0, "Only a value of tokens has last tokens, and at least one.")
    return recorder.record(rows: .last(count), width: width) { .lastRows(id, output: $0) }
  }

  /// A distribution for each row.
  func softmax() -> Value {
    recorder.record(rows: rows, width: width) { .softmax(id, output: $0) }
  }

  /// 1 at the largest number of each row and 0 elsewhere: a choice, through which nothing is learned.
  func largestOfEachRow() -> Value {
    recorder.record(rows: rows, width: width) { .chooseLargest(id, output: $0) }
  }

  /// `x W`, or `x W'`, with a parameter W.
  func multiplied(by matrix: Parameter, isTransposed: Bool = false) -> Value {
    let (inputs, outputs) = isTransposed ? (matrix.columns, matrix.rows) : (matrix.rows, matrix.columns)
    precondition(width == inputs, "\(matrix.name) takes \(inputs) features here, not \(width).")
    return recorder.record(rows: rows, width: outputs) {
      .multiply(id, matrix, isTransposed: isTransposed, output: $0)
    }
  }

  package func activated(by activation: Activation) -> Value {
    recorder.record(rows: rows, width: width) { .activate(activation, id, output: $0) }
  }

  /// `scale x + shift`, element by element. Minus zero adds nothing, not even to the sign of a zero.
  package func scaled(by scale: Float, plus shift: Float = -0.0) -> Value {
    recorder.record(rows: rows, width: width) { .affine(id, scale: scale, shift: shift, output: $0) }
  }
}
