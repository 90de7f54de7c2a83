extension PowerFormat {
  /// What a token of a transcript belongs to. A learned overseer is trained on sub-questions and answers; the others
  /// are given to it.
  package enum Role: Hashable, Sendable { case question, subQuestion, reply, answer }

  /// [transcriptLength] roles.
  package var roles: [Role] {
    let round = [Role](repeating: .subQuestion, count: questionLength) + [.reply]
    return [Role](repeating: .question, count: questionLength)
      + (0..<PowerTranscript.roundCount).flatMap { _ in round } + [.answer]
  }

  /// [transcriptLength] tokens of a finished transcript.
  package func tokens(of transcript: PowerTranscript) -> [Int] {
    guard let answer = transcript.answer else {
      preconditionFailure("A transcript is written when it has its answer, unlike: \(transcript).")
    }
    return tokens(of: transcript.question)
      + transcript.rounds.flatMap { tokens(of: $0.question) + [$0.reply.token] } + [answer.token]
  }

  /// The transcript of [transcriptLength] tokens; any tokens of the vocabulary will do.
  package func transcript(_ tokens: [Int]) -> PowerTranscript {
    precondition(
      tokens.count == transcriptLength, "\(tokens.count) tokens are not the \(transcriptLength) of a transcript.")
    var transcript = PowerTranscript(question(tokens.prefix(questionLength)))
    for round in 1...PowerTranscript.roundCount {
      let start = round * (questionLength + 1) - 1
      transcript.record(
        question(tokens[start..<start + questionLength]), reply: PowerAnswer(token: tokens[start + questionLength]))
    }
    transcript.finish(PowerAnswer(token: tokens[transcriptLength - 1]))
    return transcript
  }
}
