import Bench
import Testing

/// Prints the threshold table of a suite after its last test, also when some failed, and writes the reports that the
/// environment asks for.
struct ThresholdTableTrait: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing body: @Sendable () async throws -> Void
  ) async throws {
    do {
      try await body()
    } catch {
      try await Session.shared.report()
      throw error
    }
    try await Session.shared.report()
  }
}

extension Trait where Self == ThresholdTableTrait {
  static var thresholdTable: Self { Self() }
}
