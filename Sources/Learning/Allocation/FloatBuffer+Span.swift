extension FloatBuffer {
  /// Lends some of its floats, with their bounds checked.
  func withSpan<Result>(_ range: Range<Int>, _ body: (Span<Float>) throws -> Result) rethrows -> Result {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= count, "A buffer of \(count) floats has no \(range).")
    return try body(Span(_unsafeElements: UnsafeBufferPointer(start: pointer + range.lowerBound, count: range.count)))
  }

  func withSpan<Result>(_ body: (Span<Float>) throws -> Result) rethrows -> Result { try withSpan(0..<count, body) }
}
