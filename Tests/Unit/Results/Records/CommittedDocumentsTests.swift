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
    ("README", 20, 4), ("shortest-paths", 28, 8), ("mazes", 32, 6), ("powering", 46, 6), ("biases", 30, 3),
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
      case .value: #expect(!hole.content.contains("\n") && hole.runs == nil)
      case .runs(let experiments, _): #expect(try hole.runs == Findings(nil).fingerprint(of: experiments))
      }
    }
    let prose = document.filled(document.holes.map { _ in "" })
    #expect(prose.ranges(of: "\n## ").count >= sections && !prose.contains("\\[") && !prose.contains("| Claim |"))
  }
}
