import Reports
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// The documents in `docs/results` say what the committed baselines say.
@Suite struct CommittedDocumentsTests {
  @Test func noDocumentContradictsTheBaselines() throws {
    let problems = try DocumentFolder(DocumentFolder.committed).problems(Findings(nil))
    #expect(problems.map(\.description) == [])
  }

  /// Nobody's words are in a hole: without the markers' contents, each document is still prose with every heading.
  @Test(arguments: [
    ("README", 5, 4), ("shortest-paths", 20, 3), ("mazes", 20, 2), ("powering", 15, 3), ("leaks", 5, 3),
    ("biases", 30, 3),
  ])
  func everyMarkerIsKnownAndNamesExperiments(name: String, holes: Int, sections: Int) throws {
    let file = "\(DocumentFolder.committed)/\(name).md"
    let text = String(decoding: try #require(try AtomicFile.read(file)), as: UTF8.self)
    let document = try DocumentText(text, file: file)
    #expect(document.holes.count >= holes && document.text == text)
    let catalog = Findings(nil).catalog
    for hole in document.holes {
      switch try Hole(hole.marker, among: catalog) {
      case .failures(let experiments): #expect(hole.content.contains("| \(experiments[0].id): ") && hole.runs == nil)
      case .claims(let experiments, _): #expect(hole.content.contains("| \(experiments[0].id): ") && hole.runs == nil)
      case .scoreboard: #expect(hole.content.contains("-board.svg)") && hole.runs == nil)
      case .value: #expect(!hole.content.contains("\n") && hole.runs == nil)
      case .runs(let experiments, _): #expect(try hole.runs == Findings(nil).fingerprint(of: experiments))
      }
    }
    let prose = document.filled(document.holes.map { _ in "" })
    #expect(prose.ranges(of: "\n## ").count >= sections && !prose.contains("\\[") && !prose.contains("| Claim |"))
  }

  /// About ten minutes each, tables and all; what is longer belongs to a document beside it.
  @Test(arguments: DocumentFolder.names) func aDocumentIsReadInTenMinutes(name: String) throws {
    let text = String(
      decoding: try #require(try AtomicFile.read("\(DocumentFolder.committed)/\(name).md")), as: UTF8.self)
    let (lines, words) = (text.split(separator: "\n").count, text.split(whereSeparator: \.isWhitespace).count)
    #expect(lines <= 300 && words <= 3_000, "\(lines) lines, \(words) words")
    #expect(lines > 10 && text.hasPrefix("# "))
  }

  /// Every row is an experiment, every cell one of its claims.
  @Test func theScoreboardIsOfClaims() throws {
    let catalog = Findings(nil).catalog
    for board in Scoreboard.all {
      for row in board.rows {
        let experiment = try #require(catalog.first { $0.id == row.experiment })
        #expect(row.cells.allSatisfy { board.shifts.contains($0.shift) }, "\(row.experiment)")
        #expect(Set(row.cells.map(\.shift)).count == row.cells.count && !row.cells.isEmpty)
        for cell in row.cells { #expect(experiment.claims.contains { $0.subject == cell.claim }, "\(cell.claim)") }
      }
    }
  }
}
