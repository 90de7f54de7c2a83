import Bench
import Judging
import Reports
import Results
import Testing

/// Judges the claim that the running test is named after, at the environment's profile, keeps it for the table after the
/// last test, and fails the test with all that is known of the claim, its histograms attached. What an instrument saw is attached
/// too, whatever came of it. A claim of another shard is cancelled: it shows as skipped.
func check(
  _ declaration: @Sendable (Profile) -> Experiment, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) async throws {
  let test = try #require(Test.current?.name.prefix { $0 != "(" }, sourceLocation: sourceLocation)
  let subject = declaration(.standard).claim(testedBy: String(test)).subject
  if let reason = try await Session.shared.reasonToSkip(declaration, subject) {
    #if compiler(>=6.3)
      try Test.cancel(Comment(rawValue: reason), sourceLocation: sourceLocation)
    #else
      return print("skipped: \(reason)")
    #endif
  }
  let place = SourcePlace(path: filePath, line: sourceLocation.line)
  let judged = try await Session.shared.judge(declaration, subject, at: place)
  for picture in Session.shared.pictures(beside: judged) {
    Attachment.record(Array(picture.svg.utf8), named: "\(picture.name).svg", sourceLocation: sourceLocation)
  }
  for picture in judged.isPassed ? [] : judged.pictures() {
    Attachment.record(Array(picture.svg.utf8), named: picture.fileName, sourceLocation: sourceLocation)
  }
  let isPassed = judged.isPassed  // a failure prints what stands in the parentheses: not the whole claim, please
  #expect(isPassed, "\(judged.text)", sourceLocation: sourceLocation)
}
