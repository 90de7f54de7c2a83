import Bench
import Reports
import Storage
import Training

/// `genbench report --results`: the documents below `docs/results`.
struct DocumentsCommand {
  private let names: [ResultsDocument.Name]
  private let settings: LabSettings
  private let folder: DocumentFolder

  /// - Parameter names: all of them where none is named.
  init(_ names: [ResultsDocument.Name], _ settings: LabSettings, folder: String) {
    self.names = names.isEmpty ? ResultsDocument.Name.allCases : names
    self.settings = settings
    self.folder = DocumentFolder(folder)
  }

  func run(_ terminal: Terminal) throws -> ExitCode {
    let findings = Findings(KeptRuns(settings, sources: .compiled))
    var isWhole = true
    for name in names {
      let outcome = try folder.write(try ResultsDocument(name, findings))
      try terminal.write("wrote \(outcome.file.printable)\n")
      for part in outcome.kept {
        try terminal.write("  left as it stands, since its runs are not here and are the baseline's: \(part)\n")
      }
      for part in outcome.missing { try terminal.write("  not shown: \(part.name). \(part.why)\n") }
      isWhole = isWhole && outcome.missing.isEmpty
    }
    return isWhole ? .success : .world
  }
}
