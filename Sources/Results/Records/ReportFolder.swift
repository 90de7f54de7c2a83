import Reports
import Storage

/// A folder with everything that people and machines read about a run.
package struct ReportFolder: Hashable, Sendable {
  package let path: String

  package init(_ path: String) { self.path = path }

  /// Writes every file, each whole or not at all, in place of older ones. Returns their paths.
  @discardableResult
  package func write(_ report: RunReport) throws(FileProblem) -> [String] {
    try AtomicFile.makeFolder(path)
    var paths: [String] = []
    for (name, text) in Self.files(report) {
      try AtomicFile.write(Array(text.utf8), to: "\(path)/\(name)")
      paths.append("\(path)/\(name)")
    }
    return paths
  }

  private static func files(_ report: RunReport) -> [(name: String, text: String)] {
    [
      ("index.html", report.page()),
      ("junit.xml", report.junit),
      ("results.jsonl", report.jsonLines),
      ("summary.md", report.markdown),
    ]
  }
}
