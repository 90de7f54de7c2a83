/// A table of vectors, added to the tokens of each sequence by their place. Sequence s has the rows starts[s] ..<
/// starts[s + 1], and its first token stands at place firstPlaces[s] (nil: at 0). The table has a row for every place.
extension Kernel {
  /// y = x + table[place]; x and y are [rows x width], and may be the same.
  static func addPositions(
    _ x: UnsafePointer<Float>, table: UnsafePointer<Float>, width: Int, starts: UnsafePointer<Int32>,
    firstPlaces: UnsafePointer<Int32>? = nil, sequenceCount: Int, into y: UnsafeMutablePointer<Float>
  ) {
    for s in 0..<sequenceCount {
      let first = Int(starts[s]) * width
      let place = firstPlaces.map { Int($0[s]) } ?? 0
      // The sequence's rows and the table's rows from its place on lie side by side: one sum of two vectors.
      add(x + first, table + place * width, count: Int(starts[s + 1]) * width - first, into: y + first)
    }
  }

  /// Adds the output's gradient to the table's rows, sequence after sequence.
  static func addPositionsBackward(
    outputGradient: UnsafePointer<Float>, width: Int, starts: UnsafePointer<Int32>,
    firstPlaces: UnsafePointer<Int32>? = nil, sequenceCount: Int, tableGradient: UnsafeMutablePointer<Float>
  ) {
    for s in 0..<sequenceCount {
      let first = Int(starts[s]) * width
      let place = firstPlaces.map { Int($0[s]) } ?? 0
      accumulate(
        outputGradient + first, count: Int(starts[s + 1]) * width - first, into: tableGradient + place * width)
    }
  }
}
