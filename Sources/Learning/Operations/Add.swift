/// The elementwise sum of two values.
struct Add: Operation, Instruction {
  let left: Int
  let right: Int
  let output: Int

  var inputs: [Int] { [left, right] }
  var kind: String { "add" }

  func appendForward(to builder: inout ProgramBuilder) -> [Int] {
    // Unless the linear layer before it has added already.
    if builder.sum(after: builder.place - 1) == nil { builder.forward.append(self) }
    return []
  }

  func run(by executor: Executor, on batch: Batch) {
    Kernel.add(executor[left], executor[right], count: executor.floats(output, batch), into: executor[output])
  }

  func appendBackward(_ gradient: Int, _ saved: [Int], to builder: inout ProgramBuilder) {
    builder.shareOrAdd(gradient, with: left, right)
  }
}

extension Value {
  /// The elementwise sum of two values of the same shape.
  package static func + (left: Value, right: Value) -> Value {
    precondition(
      left.rows == right.rows && left.width == right.width,
      "Cannot add \(right.rows) x \(right.width) to \(left.rows) x \(left.width).")
    return left.recorder.record(rows: left.rows, width: left.width) {
      Add(left: left.id, right: right.id, output: $0)
    }
  }
}
