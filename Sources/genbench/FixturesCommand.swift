import Bench
import Foundation

/// `genbench fixtures`
struct FixturesCommand {
  init(_ arguments: Arguments, _ environment: [String: String]) throws {
  }

  func run() async throws -> ExitCode {
    return .success
  }
}
