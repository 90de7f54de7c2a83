import Data
import Seeds
import Testing

@Suite struct ScriptedOverseerTests {
  private let overseer = ScriptedOverseer()
  /// 0 -> 1 -> 2 -> 3 -> 0.
  private let circle = PowerContext(symbols: [0, 1, 2, 3], permutation: Permutation([1, 2, 3, 0]))

  private func transcript(
    _ question: PowerQuestion, replying reply: (PowerQuestion) -> PowerAnswer
  ) -> PowerTranscript {
    Amplification(overseer).transcript(of: question, replying: reply)
  }

  @Test func oddPowersTakeThreeQuestions() {
    let transcript = transcript(.power(element: 1, exponent: 7), replying: circle.answer)
    #expect(transcript.description == "s^7(1): s^3(1) = 0, s^3(0) = 3, s^1(3) = 0 -> 0")
  }

  /// The unused round is blank, is answered, and stays.
  @Test func evenPowersTakeTwoAndABlank() {
    let transcript = transcript(.power(element: 1, exponent: 6)) {
      $0 == .blank ? .element(2) : self.circle.answer(to: $0)
    }
    #expect(transcript.description == "s^6(1): s^3(1) = 0, s^3(0) = 3, blank = 2 -> 3")
  }

  @Test func aPrimitiveQuestionIsAskedOn() {
    let transcript = transcript(.power(element: 2, exponent: 1), replying: circle.answer)
    #expect(transcript.description == "s^1(2): s^1(2) = 3, blank = idk, blank = idk -> 3")
  }

  @Test func whereNothingIsAskedItDoesNotKnow() {
    for question in [PowerQuestion.blank, .nonsense([0, 1, 2, 1]), .nonsense([3, 0, 1, 1])] {
      let transcript = transcript(question) { _ in .element(1) }
      #expect(transcript.rounds.allSatisfy { $0.question == .blank } && transcript.answer == .unknown)
    }
  }

  /// A reply that is no element: idk, or a bit. After it only blanks, whatever is replied to those.
  @Test(arguments: [0, 1, 2]) func afterAReplyThatIsNoElementItGivesUp(token: Int) {
    for failing in 0..<3 {
      var round = -1
      let transcript = transcript(.power(element: 1, exponent: 5)) { _ in
        round += 1
        return round == failing ? PowerAnswer(token: token) : .element(2)
      }
      #expect(transcript.answer == .unknown)
      #expect(transcript.rounds.map { $0.question == .blank } == (0..<3).map { $0 > failing })
    }
    // The blank round of an even power decides nothing.
    let even = transcript(.power(element: 1, exponent: 4)) { $0 == .blank ? PowerAnswer(token: token) : .element(2) }
    #expect(even.answer == .element(2))
  }

  /// All 24 * 4 * 6 questions of the published task.
  @Test func withTrueRepliesTheAnswerIsTrue() {
    var count = 0
    for permutation in PermutationTests.all(count: 4) {
      let context = PowerContext(symbols: [0, 1, 2, 3], permutation: permutation)
      for element in 0..<4 {
        for exponent in 2...7 {
          let question = PowerQuestion.power(element: element, exponent: exponent)
          let transcript = transcript(question, replying: context.answer)
          #expect(transcript.answer == context.answer(to: question) && transcript.rounds.count == 3)
          count += 1
        }
      }
    }
    #expect(count == 576)
  }

  /// The same state always gives the same action: nothing else is looked at.
  @Test func itReadsOnlyTheTranscript() {
    var transcript = PowerTranscript(.power(element: 3, exponent: 5))
    #expect(overseer.action(after: transcript) == .ask(.power(element: 3, exponent: 2)))
    transcript.record(.blank, reply: .element(7))
    #expect(overseer.action(after: transcript) == .ask(.power(element: 7, exponent: 2)))
    transcript.record(.blank, reply: .element(9))
    #expect(overseer.action(after: transcript) == .ask(.power(element: 9, exponent: 1)))
    transcript.record(.blank, reply: .element(8))
    #expect(overseer.action(after: transcript) == .answer(.element(8)))
  }

  @Test func transcriptsThatDoNotEndStopTheProgram() async {
    await #expect(processExitsWith: .failure) {
      var transcript = PowerTranscript(.blank)
      for _ in 0..<4 { transcript.record(.blank, reply: .unknown) }
    }
    await #expect(processExitsWith: .failure) {
      var transcript = PowerTranscript(.blank)
      transcript.finish(.unknown)
    }
  }
}
