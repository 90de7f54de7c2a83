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
    let problems = try DocumentFolder(DocumentFolder.committed).problems(ResultsDocument.all(Findings(nil)))
    #expect(problems.map(\.description) == [])
  }
}
