/// Floats on whole cache lines, owned by one object. Who may write when is the trainer's business: workers write to
/// buffers of their own, and read shared ones only while nobody writes them.
final class FloatBuffer: @unchecked Sendable {
  let pointer: UnsafeMutablePointer<Float>
  let count: Int
  /// Where a large buffer stands.
  private let pages: LargePages?

  /// All zeros.
  init(count: Int) {
    precondition(count >= 0, "A buffer cannot hold \(count) floats.")
    self.count = count
    let bytes = max(count, 1) * MemoryLayout<Float>.stride
    pages = LargePages(bytes: bytes)
    if let pages {
      pointer = pages.start.bindMemory(to: Float.self, capacity: count)
    } else {
      // Not a float more: AddressSanitizer would not see it touched.
      let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
      pointer = raw.bindMemory(to: Float.self, capacity: count)
      pointer.initialize(repeating: 0, count: count)
    }
  }

  convenience init(_ values: [Float]) {
    self.init(count: values.count)
    replace(with: values)
  }

  deinit {
    if let pages {
      pages.free()
    } else {
      UnsafeMutableRawPointer(pointer).deallocate()
    }
  }

  var values: [Float] { Array(UnsafeBufferPointer(start: pointer, count: count)) }

  func replace(with values: [Float]) {
    precondition(values.count == count, "A buffer of \(count) floats cannot take \(values.count).")
    values.withUnsafeBufferPointer { source in
      guard let base = source.baseAddress else { return }
      pointer.update(from: base, count: count)
    }
  }

  /// Takes over all floats of another one of the same length.
  func replace(with other: FloatBuffer) {
    precondition(other.count == count, "A buffer of \(count) floats cannot take \(other.count).")
    pointer.update(from: other.pointer, count: count)
  }

  /// Lends some of its floats, with their bounds checked.
  func withSpan<Result>(_ range: Range<Int>, _ body: (Span<Float>) throws -> Result) rethrows -> Result {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= count, "A buffer of \(count) floats has no \(range).")
    return try body(Span(_unsafeElements: UnsafeBufferPointer(start: pointer + range.lowerBound, count: range.count)))
  }

  func clear() { pointer.update(repeating: 0, count: count) }
}
