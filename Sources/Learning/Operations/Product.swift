/// The elementwise product of two values; also its own way back, to either.
struct Product: Operation, Instruction {
  let left: Int
  let right: Int
  let output: Int

  var inputs: [Int] { [left, right] }
  var kind: String { "product" }

  func run(by executor: Executor, on batch: Batch) {
    Kernel.product(executor[left], executor[right], count: executor.floats(output, batch), into: executor[output])
  }

  func appendBackward(_ gradient: Int, _ saved: [Int], to builder: inout ProgramBuilder) {
    for (value, other) in [(left, right), (right, left)] {
      builder.contribute(to: value) { Product(left: gradient, right: other, output: $0) }
    }
  }
}

extension Value {
  /// The elementwise product of two values of the same shape.
  package static func * (left: Value, right: Value) -> Value {
    precondition(
      left.rows == right.rows && left.width == right.width,
      "Cannot multiply \(left.rows) x \(left.width) by \(right.rows) x \(right.width).")
    return left.recorder.record(rows: left.rows, width: left.width) {
      Product(left: left.id, right: right.id, output: $0)
    }
  }
}
