import Reports
import Storage

extension SourcePlace {
  /// - Parameter path: as the compiler names the file; from outside of this package it stays so.
  package init(path: String, line: Int) {
    let root = PackageFolder.sources + "/"
    self.init(file: path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path, line: line)
  }
}
