import Seeds

/// Examples that follow one another in a stream.
struct ExampleStretch: Sendable, Hashable {
  let examples: Examples
  let indices: Range<Int>
  /// What they are drawn by.
  let seed: Seed

  /// The indices, at most so many at once.
  func chunks(of length: Int) -> [Range<Int>] {
    stride(from: indices.lowerBound, to: indices.upperBound, by: length).map {
      $0..<min($0 + length, indices.upperBound)
    }
  }
}
