import Bench
import Reports
import Storage
import Training

/// `genbench report --results`: fills the documents below `docs/results`.
struct DocumentsCommand {
  private let names: [String]
  private let settings: LabSettings
  private let folder: DocumentFolder

  /// - Parameter names: all of them where none is named.
  init(_ names: [String], _ settings: LabSettings, folder: String?) throws {
    let known = DocumentFolder.names
    for name in names where !known.contains(name) { throw UnknownName(kind: "document", asked: name, known: known) }
    self.names = names.isEmpty ? known : names
    self.settings = settings
    self.folder = DocumentFolder(folder ?? DocumentFolder.committed, from: DocumentFolder.committed)
  }

  func run(_ terminal: Terminal) throws -> ExitCode {
    let findings = Findings(KeptRuns(settings, sources: .compiled))
    var isWhole = true
    for name in names {
      let outcome = try folder.write(name, findings)
      try terminal.write("wrote \(outcome.file.printable)\n")
      for marker in outcome.kept {
        try terminal.write("  left as it stands, since its runs are not here and are the baseline's: \(marker)\n")
      }
      for hole in outcome.missing { try terminal.write("  not shown: \(hole.marker). \(hole.why)\n") }
      isWhole = isWhole && outcome.missing.isEmpty
    }
    return isWhole ? .success : .world
  }
}
