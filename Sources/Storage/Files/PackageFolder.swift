import Foundation

/// The folder this package's sources were compiled in: where fixtures are read, and where runs are kept.
package enum PackageFolder {
  package static let path: String = {
    var url = URL(filePath: #filePath)
    for _ in 0..<4 { url.deleteLastPathComponent() }
    return url.path(percentEncoded: false).trimmingTrailingSlash
  }()

  package static var fixtures: String { path + "/fixtures" }
}

extension String {
  fileprivate var trimmingTrailingSlash: String { count > 1 && hasSuffix("/") ? String(dropLast()) : self }
}
