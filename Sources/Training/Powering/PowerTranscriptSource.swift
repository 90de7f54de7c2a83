import Data
import Learning
import Seeds

/// What H asks for an answer to the first question about each context, told the truth: an example a transcript, as an
/// `Asker` reads it.
struct PowerTranscriptSource: ExampleSource {
  let split: PowerSplit
  let seed: Seed

  var idsPerToken: Int { 2 }
  var longest: Int { split.format.askerLength }

  func append(_ indices: Range<Int>, to batch: inout Batch) {
    for example in split.examples(indices, seed: seed) {
      split.format.append(transcript: example.scriptedTranscript(split.format), to: &batch)
    }
  }
}

extension PowerExample {
  /// The words of such a transcript.
  func scriptedTranscript(_ format: PowerFormat) -> [UInt8] {
    let transcript = Amplification(ScriptedOverseer()).transcript(of: questions[0]) { context.answer(to: $0) }
    return format.tokens(of: transcript).map { UInt8($0) }
  }
}
