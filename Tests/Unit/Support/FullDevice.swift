import Testing

extension Trait where Self == ConditionTrait {
  /// For tests that write to /dev/full, where every write fails as on a full disk.
  static var hasFullDevice: Self {
    #if os(Linux)
      .enabled(if: true)
    #else
      .disabled("only Linux has /dev/full")
    #endif
  }
}
