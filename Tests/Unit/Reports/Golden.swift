import Foundation

/// A report kept as a file in fixtures/reports, to be compared character by character.
///
/// `GENBENCH_RECORD` says what may be written: `never` (the default), `missing`, `failed` or `all`. Where `CI` is set
/// nothing ever is.
struct Golden {
  /// Type this at the root of the package after looking at what changed.
  static let mend = "GENBENCH_RECORD=all swift test --filter GoldenReportsTests"

  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../../fixtures/reports").standardizedFileURL

  enum Mode: String, CaseIterable {
    case never
    case missing
    case failed
    case all

    /// Nil for a word that is none of the four.
    init?(environment: [String: String]) {
      let word = environment["GENBENCH_RECORD"] ?? "never"
      guard let mode = Mode(rawValue: word) else { return nil }
      self = environment["CI"] == nil ? mode : .never
    }
  }

  var name: String
  var folder = Golden.folder
  var mode = Mode(environment: ProcessInfo.processInfo.environment)

  /// What is wrong with `text`, in words that end with the command that mends it; nil when it is as kept, or was
  /// recorded just now.
  func complaint(about text: String) throws -> String? {
    guard let mode else {
      return "GENBENCH_RECORD must be one of \(Mode.allCases.map(\.rawValue).joined(separator: ", "))."
    }
    let file = folder.appending(path: name)
    guard FileManager.default.fileExists(atPath: file.path) else {
      guard mode == .never else { return try record(text, in: file) }
      return "fixtures/reports/\(name) is missing. To write it: \(Golden.mend)"
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    guard kept != text else { return nil }
    guard mode == .never || mode == .missing else { return try record(text, in: file) }
    return "fixtures/reports/\(name) \(Golden.difference(kept: kept, now: text)) To accept it: \(Golden.mend)"
  }

  private func record(_ text: String, in file: URL) throws -> String? {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file, options: .atomic)
    return nil
  }

  private static func difference(kept: String, now: String) -> String {
    let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let new = now.split(separator: "\n", omittingEmptySubsequences: false)
    let same = zip(old, new).prefix { $0 == $1 }.count
    func line(_ lines: [Substring]) -> String { same < lines.count ? String(lines[same]) : "(no such line)" }
    return "differs from line \(same + 1) on.\n  kept: \(line(old))\n  now:  \(line(new))\n"
  }
}
