import Bench
import Testing

/// The suite's claims stand in the table that is printed after the last test of all. After its own last test, also when
/// some failed, the reports are written that the environment asks for.
struct ThresholdTableTrait: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing body: @Sendable () async throws -> Void
  ) async throws {
    do {
      try await body()
    } catch {
      try Session.shared.keep()
      throw error
    }
    try Session.shared.keep()
  }
}

extension Trait where Self == ThresholdTableTrait {
  static var thresholdTable: Self { Self() }
}
