import Foundation
import Seeds

/// Writes a Swift file that says which sources there were, and their hash: `hash-sources OUTPUT ROOT FILE...`. A part of the
/// build: the plugin `SourceRevision` calls it.
@main enum HashSources {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count > 2 else {
      try FileHandle.standardError.write(contentsOf: Foundation.Data("usage: hash-sources OUTPUT ROOT FILE...\n".utf8))
      exit(2)
    }
    let paths = Array(arguments)
    let sources = try SourceList(paths[2...], under: paths[1])
    try Foundation.Data(sources.declaration.utf8).write(to: URL(filePath: paths[0]), options: .atomic)
  }
}
