/// A matrix of the arena: an activation, a gradient, or what a layer saves for its backward step.
struct Buffer: Sendable {
  let rows: Rows
  /// Floats a row.
  let width: Int
}
