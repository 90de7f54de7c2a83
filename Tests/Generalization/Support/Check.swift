import Bench
import Testing

/// Judges one claim, keeps it for the table at the end of its suite, and fails the test with what the table will say.
func check(
  _ experiment: Experiment, _ subject: String, sourceLocation: SourceLocation = #_sourceLocation
) async throws {
  let judged = try await Bench.Session.shared.judge(experiment, subject)
  for picture in judged.pictures {
    Attachment.record(Array(picture.svg.utf8), named: picture.fileName, sourceLocation: sourceLocation)
  }
  #expect(judged.isPassed, "\(judged.text)", sourceLocation: sourceLocation)
}
