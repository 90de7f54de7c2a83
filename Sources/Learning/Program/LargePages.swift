#if canImport(Glibc)
  import Glibc
#endif

/// Zeroed memory on pages of 2 MiB, where the system has them: fewer faults when it is first touched, by whoever touches
/// it, and fewer places for a core to remember.
struct LargePages {
  static let size = 1 << 21

  /// On a page's edge.
  let start: UnsafeMutableRawPointer
  private let mapped: UnsafeMutableRawPointer
  private let length: Int

  /// Nil for less than a page, and where the system has no such thing.
  init?(bytes: Int) {
    guard bytes >= Self.size else { return nil }
    #if canImport(Glibc)
      length = bytes + Self.size
      guard let mapped = mmap(nil, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
        mapped != UnsafeMutableRawPointer(bitPattern: -1)
      else { return nil }
      self.mapped = mapped
      start = mapped.alignedUp(toMultipleOf: Self.size)
      madvise(start, bytes, MADV_HUGEPAGE)  // a wish: refused, the pages are small ones
    #else
      return nil
    #endif
  }

  func free() {
    #if canImport(Glibc)
      munmap(mapped, length)
    #endif
  }
}
