import Bench
import Judging
import Results
import Storage
import Training
import Foundation

/// A report kept as a file in fixtures/reports, to be compared character by character; written where `GENBENCH_RECORD`
/// says so.
struct Golden {
  /// Type this at the root of the package after looking at what changed.
  static let mend = "GENBENCH_RECORD=all tools/test --filter GoldenReportsTests"

  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../../fixtures/reports").standardizedFileURL

  var name: String
  var folder = Golden.folder
  /// The environment's where it is nil.
  var mode: RecordMode?

  /// What is wrong with `text`, in words that end with the command that mends it; nil when it is as kept, or was
  /// recorded just now.
  func complaint(about text: String) throws -> String? {
    let mode = try mode ?? RecordMode(environment: ProcessInfo.processInfo.environment)
    let file = folder.appending(path: name)
    let kept = try AtomicFile.read(file.path).map { String(decoding: $0, as: UTF8.self) }
    if mode.records(exists: kept != nil, matches: kept == text) {
      try AtomicFile.makeFolder(folder.path)
      try AtomicFile.write(Array(text.utf8), to: file.path)
      return nil
    }
    guard let kept else { return "fixtures/reports/\(name) is missing. To write it: \(Golden.mend)" }
    if kept == text { return nil }
    return "fixtures/reports/\(name) \(Golden.difference(kept: kept, now: text)) To accept it: \(Golden.mend)"
  }

  private static func difference(kept: String, now: String) -> String {
    let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let new = now.split(separator: "\n", omittingEmptySubsequences: false)
    let same = zip(old, new).prefix { $0 == $1 }.count
    func line(_ lines: [Substring]) -> String { same < lines.count ? String(lines[same]) : "(no such line)" }
    return "differs from line \(same + 1) on.\n  kept: \(line(old))\n  now:  \(line(new))\n"
  }
}
