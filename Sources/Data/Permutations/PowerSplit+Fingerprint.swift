import Seeds

extension PowerSplit {
  /// The identity of the first `count` examples: SHA-256 over the split's name and revision, the count, and each
  /// example's facts, questions and answers.
  package func fingerprint(seed: Seed, count: Int) -> String {
    var fingerprint = Fingerprint()
    fingerprint.absorb(streamName)
    fingerprint.absorb(revision)
    fingerprint.absorb(count)
    for start in stride(from: 0, to: count, by: 4096) {
      for example in examples(start..<min(start + 4096, count), seed: seed) {
        fingerprint.absorb(example.bytes(in: format))
      }
    }
    return fingerprint.hexadecimal
  }
}

extension PowerExample {
  /// Its tokens, one byte each: N, the facts in order, then each question with its answer.
  fileprivate func bytes(in format: PowerFormat) -> [UInt8] {
    let asked = zip(questions, answers).flatMap { format.tokens(of: $0) + [$1.token] }
    return ([context.count] + format.tokens(of: context) + asked).map { UInt8($0) }
  }
}
