extension FloatBuffer {
  /// Lends some of its floats, with their bounds checked.
  func withSpan<Result>(_ range: Range<Int>, _ body: (Span<Float>) throws -> Result) rethrows -> Result {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= count, "A buffer of \(count) floats has no \(range).")
    return try body(Span(_unsafeElements: UnsafeBufferPointer(start: pointer + range.lowerBound, count: range.count)))
  }

  func withMutableSpan(_ body: (inout MutableSpan<Float>) -> Void) {
    var span = MutableSpan(_unsafeElements: UnsafeMutableBufferPointer(start: pointer, count: count))
    body(&span)
  }

  /// Takes over all floats of another one of the same length.
  func replace(with other: FloatBuffer) {
    precondition(other.count == count, "A buffer of \(count) floats cannot take \(other.count).")
    pointer.update(from: other.pointer, count: count)
  }

  func withSpan<Result>(_ body: (Span<Float>) throws -> Result) rethrows -> Result { try withSpan(0..<count, body) }
}
