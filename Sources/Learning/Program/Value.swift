/// A symbolic matrix: what a model's Swift code computes with while it is recorded. It holds no numbers.
package struct Value {
  let id: Int
  let rows: Rows
  /// The second axis: how many features a row has.
  package let width: Int
  let recorder: Recorder
}
