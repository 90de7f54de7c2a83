import Storage
import Data

/// Which fixtures a run may write. A baseline that is loosened is written by none of them: that needs a reason.
package enum RecordMode: String, Hashable, Sendable, CaseIterable {
  /// None: the default, and the only one on continuous integration.
  case never
  /// Those that do not exist.
  case missing
  /// Those too that exist and no longer match.
  case failed
  /// Every one.
  case all
}

extension RecordMode {
  package static let variable = "GENBENCH_RECORD"

  /// What the environment asks for: `GENBENCH_RECORD`, but `never` wherever `CI` is set to anything.
  ///
  /// - Throws: `UnknownName` for a value that is no mode, also on CI.
  package init(environment: [String: String]) throws(UnknownName) {
    let asked = environment[Self.variable] ?? ""
    guard let mode = asked.isEmpty ? .never : RecordMode(rawValue: asked) else {
      throw UnknownName(kind: "value of \(Self.variable)", asked: asked, known: Self.allCases.map(\.rawValue))
    }
    self = Self.mayWrite(environment) ? mode : .never
  }

  /// Not where `CI` is set to anything: what nobody looks at, nobody accepts.
  package static func mayWrite(_ environment: [String: String]) -> Bool { (environment["CI"] ?? "").isEmpty }

  /// Whether a fixture in this state is written.
  package func records(exists: Bool, matches: Bool) -> Bool {
    switch self {
    case .never: false
    case .missing: !exists
    case .failed: !exists || !matches
    case .all: true
    }
  }
}
