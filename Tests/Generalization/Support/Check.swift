import Bench
import Judging
import Results
import Storage
import Training
import Reports
import Testing

/// Judges one claim at the environment's profile, keeps it for the table after its suite, attaches its histograms, and
/// fails the test with what the table will say. A claim of another shard is cancelled: it shows as skipped.
func check(
  _ declaration: @Sendable (Profile) -> Experiment, _ subject: String, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) async throws {
  if let reason = try await Session.shared.reasonToSkip(declaration, subject) {
    try Test.cancel(Comment(rawValue: reason), sourceLocation: sourceLocation)
  }
  // What a failed claim says to run again is this very test.
  let named = declaration(.standard).claim(named: subject).testName?.split(separator: "/").last.map { "\($0)()" }
  #expect(named == Test.current?.name, sourceLocation: sourceLocation)
  let place = SourcePlace(path: filePath, line: sourceLocation.line)
  let judged = try await Session.shared.judge(declaration, subject, at: place)
  for picture in judged.pictures() {
    Attachment.record(Array(picture.svg.utf8), named: picture.fileName, sourceLocation: sourceLocation)
  }
  let isPassed = judged.isPassed  // a failure prints what stands in the parentheses: not the whole claim, please
  #expect(isPassed, "\(judged.text)", sourceLocation: sourceLocation)
}
