import Data
import Reports
import Storage

extension ResultsDocument {
  /// Every document there is; each is declared in a file of its own beside this one.
  package enum Name: String, CaseIterable, Sendable {
    case shortestPaths = "shortest-paths"
    case mazes
    case powering

    package static func named(_ name: String) throws(UnknownName) -> Name {
      guard let known = Name(rawValue: name) else {
        throw UnknownName(kind: "document", asked: name, known: allCases.map(\.rawValue))
      }
      return known
    }
  }

  package init(_ name: Name, _ findings: Findings) throws {
    self =
      switch name {
      case .shortestPaths: try .shortestPaths(findings)
      case .mazes: try .mazes(findings)
      case .powering: try .powering(findings)
      }
  }

  /// All of them.
  package static func all(_ findings: Findings) throws -> [ResultsDocument] {
    try Name.allCases.map { try ResultsDocument($0, findings) }
  }
}
