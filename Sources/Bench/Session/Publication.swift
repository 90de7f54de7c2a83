import Foundation
import Reports
import Results
import Storage

/// What the environment asks for at the end of a test run, beside the table: files, and what GitHub shows.
package struct Publication: Hashable, Sendable {
  /// Where files go: `GENBENCH_REPORTS`; on continuous integration without it, `reports` beside the kept runs.
  package let folder: String?
  /// `GITHUB_STEP_SUMMARY`, which others write to as well.
  package let summaryFile: String?
  /// Whether whoever reads the log understands workflow commands.
  package let isOnGitHub: Bool

  /// Whether anybody asks for a report: making one takes long.
  var isAsked: Bool { folder != nil || summaryFile != nil || isOnGitHub }

  package init(_ environment: [String: String], storeFolder: String) {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    isOnGitHub = value("GITHUB_ACTIONS") != nil
    summaryFile = value("GITHUB_STEP_SUMMARY")
    let isOnServer = isOnGitHub || value("CI") != nil
    folder = value("GENBENCH_REPORTS") ?? (isOnServer ? Self.folder(nextTo: storeFolder) : nil)
  }

  /// Where reports go if nobody says so.
  package static func folder(nextTo storeFolder: String) -> String { storeFolder + "/reports" }

  /// To be asked before anything is trained whose report would go there.
  func requireWritable() throws(FileProblem) {
    guard let folder else { return }
    do throws(FileProblem) {
      try AtomicFile.requireWritable(folder: folder)
    } catch {
      throw error.of(setting: "GENBENCH_REPORTS")
    }
  }

  /// Files alone: may be done as often as one likes.
  package func write(_ report: RunReport) throws(FileProblem) {
    if let folder { try ReportFolder(folder).write(report) }
  }

  /// What cannot be written is a warning that names it, and the rest is written all the same.
  ///
  /// - Throws: the first `FileProblem`, at the end: who asked for a report must not take its loss for success.
  package func publish(_ report: RunReport, to terminal: Terminal) throws(FileProblem) {
    if isOnGitHub {
      // A command is one only at the start of a line.
      for annotation in report.annotations { try terminal.write("\n\(annotation.text)\n") }
    }
    var lost = try warningOnFailure("the report was not written", terminal) { () throws(FileProblem) in
      try write(report)
    }
    if let summaryFile {
      lost += try warningOnFailure("the step summary was not extended", terminal) { () throws(FileProblem) in
        let standing = try? FileManager.default.attributesOfItem(atPath: summaryFile)[.size] as? Int
        let text = report.markdown(within: Self.longestSummary - (standing ?? 0))
        try AtomicFile.append(Array((text + "\n").utf8), to: summaryFile)
      }
    }
    if let first = lost.first { throw first }
  }

  /// In bytes. GitHub drops a step's summary that is longer than 1 MiB; what others add to it needs room too.
  static let longestSummary = 900_000

  /// For a command that writes its files itself.
  package static func extendSummary(
    with report: RunReport, _ environment: [String: String]
  ) throws(FileProblem) {
    let publication = Publication(summaryOnly: environment)
    try publication.publish(report, to: Terminal(environment))
  }

  private init(summaryOnly environment: [String: String]) {
    summaryFile = environment["GITHUB_STEP_SUMMARY"].flatMap { $0.isEmpty ? nil : $0 }
    (folder, isOnGitHub) = (nil, false)
  }

  private func warningOnFailure(
    _ what: String, _ terminal: Terminal, _ work: () throws(FileProblem) -> Void
  ) throws(FileProblem) -> [FileProblem] {
    do throws(FileProblem) {
      try work()
      return []
    } catch {
      try StandardStream.errors.write(line: "warning: \(what): \(error)")
      if isOnGitHub {
        try terminal.write("\n\(Annotation(.warning, title: what, message: error.description).text)\n")
      }
      return [error]
    }
  }
}
