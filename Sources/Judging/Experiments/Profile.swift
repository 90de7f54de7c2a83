import Storage
import Data

/// How large an experiment is run.
package enum Profile: String, Sendable, Hashable, Codable, CaseIterable {
  /// Every pipeline end to end on less data, with weaker thresholds of its own.
  case smoke
  /// What `swift test` runs: minutes.
  case standard
  /// The published networks, as far as a CPU trains them: minutes to hours each, resumable. What takes an hour is trained
  /// once: recorded, and by no interval judged.
  case paper

  /// `GENBENCH_PROFILE`, or `standard` where it is not set.
  package static func fromEnvironment(_ environment: [String: String]) throws(UnknownName) -> Profile {
    guard let name = environment["GENBENCH_PROFILE"], !name.isEmpty else { return .standard }
    return try named(name)
  }

  package static func named(_ name: String) throws(UnknownName) -> Profile {
    guard let profile = Profile(rawValue: name) else {
      throw UnknownName(kind: "profile", asked: name, known: allCases.map(\.rawValue))
    }
    return profile
  }
}
