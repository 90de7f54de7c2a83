/// Collects the operations of a model while its ordinary Swift code runs once.
package final class Recorder {
  struct Shape {
    let rows: Rows
    let width: Int
  }

  let purpose: Program.Purpose
  private(set) var operations: [any Operation] = []
  private(set) var shapes: [Shape] = []

  package init(for purpose: Program.Purpose) { self.purpose = purpose }

  /// Appends an operation whose output has the given shape, and returns that output.
  func record(rows: Rows, width: Int, _ operation: (_ output: Int) -> any Operation) -> Value {
    precondition(width > 0, "A value needs a positive width, not \(width).")
    let id = shapes.count
    shapes.append(Shape(rows: rows, width: width))
    operations.append(operation(id))
    return Value(id: id, rows: rows, width: width, recorder: self)
  }
}
