import Foundation

/// The checkout of this package that belongs to the running program: where fixtures are read, and where runs are kept.
///
/// It is the one around the program, wherever both were moved to; else the one around the current folder; else the one
/// that the program was built in. Where that is gone too the current folder stands in for it: nothing here needs sources.
package struct PackageFolder: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    case program, currentFolder, build, nowhere
  }

  package let path: String
  package let origin: Origin

  /// Of this process.
  package static let found = PackageFolder(
    program: Bundle.main.executableURL?.resolvingSymlinksInPath().path(percentEncoded: false) ?? "",
    currentFolder: FileManager.default.currentDirectoryPath, built: sources)

  package static var path: String { found.path }
  package static var fixtures: String { path + "/fixtures" }

  /// The folder that this package's sources were compiled in, wherever they are by now.
  package static let sources = String(#filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined())

  /// - Parameters:
  ///   - program: its file, whole and without links.
  ///   - built: where its sources were compiled.
  init(program: String, currentFolder: String, built: String) {
    let places: [(Origin, String?)] = [
      (.program, Self.checkout(around: program)), (.currentFolder, Self.checkout(around: currentFolder)),
      (.build, Self.isCheckout(built) ? built : nil),
    ]
    let place = places.first { $0.1 != nil }
    path = place?.1 ?? currentFolder
    origin = place?.0 ?? .nowhere
  }

  /// What a person should know of it; nil where it is the folder that one would expect.
  package var remark: String? {
    switch origin {
    case .program, .currentFolder: nil
    case .build: "no checkout is around this program or the current folder: fixtures and runs are those of \(path)"
    case .nowhere: "there is no checkout of generalization-bench: no baseline is known, and runs are kept below \(path)"
    }
  }

  private static func checkout(around path: String) -> String? {
    var folder = path[...]
    while !folder.isEmpty {
      if isCheckout(String(folder)) { return String(folder) }
      folder = folder.lastIndex(of: "/").map { folder[..<$0] } ?? ""
    }
    return nil
  }

  private static func isCheckout(_ folder: String) -> Bool {
    guard let manifest = try? AtomicFile.read(folder + "/Package.swift") else { return false }
    return String(decoding: manifest, as: UTF8.self).contains("name: \"generalization-bench\"")
  }
}
