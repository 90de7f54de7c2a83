import Foundation
import Seeds

/// The sources of some modules, in an order that no machine decides.
struct SourceList {
  /// Relative to the root, such as `Data/Graphs/Graph.swift`; ascending.
  let names: [String]
  let hexadecimal: String

  /// Of all files what is compiled: no prose, and nothing hidden, as an editor or a copy from another system leaves it.
  ///
  /// - Throws: where a file cannot be read or does not lie under the root.
  init(_ paths: some Sequence<String>, under root: String) throws {
    let base = root.hasSuffix("/") ? root : root + "/"
    var fingerprint = Fingerprint()
    var names: [String] = []
    for path in Set(paths.filter(Self.isCompiled)).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      guard path.hasPrefix(base) else { throw CocoaError(.fileReadInvalidFileName, userInfo: ["path": path]) }
      let name = String(path.dropFirst(base.count))
      fingerprint.absorb(name)
      fingerprint.absorb([UInt8](try Foundation.Data(contentsOf: URL(filePath: path))))
      names.append(name)
    }
    self.names = names
    hexadecimal = fingerprint.hexadecimal
  }

  static func isCompiled(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return !name.hasPrefix(".") && ["swift", "h", "c"].contains { name.hasSuffix(".\($0)") }
  }

  var declaration: String {
    """
    /// What this module, and those below it that decide numbers, were compiled from. Made by the build.
    enum CompiledSources {
      static let hexadecimal = "\(hexadecimal)"
      static let names = [
    \(names.map { "    \"\($0)\"," }.joined(separator: "\n"))
      ]
    }

    """
  }
}
