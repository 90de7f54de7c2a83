/// A table of vectors, added to the tokens of each sequence by their place in it. Sequence s has the rows
/// starts[s] ..< starts[s + 1]; none is longer than the table.
extension Kernel {
  /// y = x + table[place]; x and y are [rows x width], and may be the same.
  static func addPositions(
    _ x: UnsafePointer<Float>, table: UnsafePointer<Float>, width: Int, starts: UnsafePointer<Int32>,
    sequenceCount: Int, into y: UnsafeMutablePointer<Float>
  ) {
    for s in 0..<sequenceCount {
      let first = Int(starts[s]) * width
      // The sequence's rows and the table's first rows lie side by side: one sum of two vectors.
      add(x + first, table, count: Int(starts[s + 1]) * width - first, into: y + first)
    }
  }

  /// Adds the output's gradient to the table's rows, sequence after sequence.
  static func addPositionsBackward(
    outputGradient: UnsafePointer<Float>, width: Int, starts: UnsafePointer<Int32>, sequenceCount: Int,
    tableGradient: UnsafeMutablePointer<Float>
  ) {
    for s in 0..<sequenceCount {
      let first = Int(starts[s]) * width
      accumulate(outputGradient + first, count: Int(starts[s + 1]) * width - first, into: tableGradient)
    }
  }
}
