import Data
import Seeds
import Testing

@Suite struct PowerFormatTests {
  private let format = PowerFormat(alphabet: 5, exponentBits: 3)

  /// Every list of `count` tokens of the vocabulary.
  private func lists(_ count: Int) -> [[Int]] {
    (0..<count).reduce([[]]) { lists, _ in lists.flatMap { list in (0..<8).map { list + [$0] } } }
  }

  @Test func tokensAreTheSources() {
    #expect(format.vocabularySize == 8 && format.questionLength == 4 && format.transcriptLength == 20)
    #expect(format.tokens(of: .power(element: 4, exponent: 6)) == [7, 2, 2, 1])
    #expect(format.tokens(of: .power(element: 0, exponent: 1)) == [3, 1, 1, 2])
    #expect(format.tokens(of: .blank) == [0, 0, 0, 0])
    #expect(PowerAnswer.unknown.token == 0 && PowerAnswer.element(0).token == 3)
    #expect(PowerAnswer(token: 2).element == nil && PowerAnswer(token: 7) == .element(4))
    #expect([0, 1, 2, 3].map { PowerAnswer(token: $0).description } == ["idk", "bit 0", "bit 1", "0"])
  }

  @Test func everyListOfCellsIsAQuestionAndComesBack() {
    var kinds = (power: 0, blank: 0, nonsense: 0)
    var seen: Set<PowerQuestion> = []
    for cells in lists(format.questionLength) {
      let question = format.question(cells)
      #expect(format.tokens(of: question) == cells)
      seen.insert(question)
      switch question {
      case .power: kinds.power += 1
      case .blank: kinds.blank += 1
      case .nonsense: kinds.nonsense += 1
      }
    }
    #expect(seen.count == 4096 && kinds.power == 5 * 8 && kinds.blank == 1 && kinds.nonsense == 4055)
    for element in 0..<5 {
      for exponent in 0..<8 {
        let question = PowerQuestion.power(element: element, exponent: exponent)
        #expect(format.question(format.tokens(of: question)) == question)
      }
    }
  }

  @Test func factsComeBackAndOthersAreNone() {
    for permutation in PermutationTests.all(count: 3) {
      let context = PowerContext(symbols: [4, 0, 2], permutation: permutation)
      let tokens = format.tokens(of: context)
      #expect(tokens.count == 6 && format.context(tokens) == context)
    }
    for tokens in [[3, 4], [3, 3, 3, 3], [3, 0, 0, 3], [1, 1], [3], []] { #expect(format.context(tokens) == nil) }
  }

  @Test func everyListOfTokensIsATranscriptAndComesBack() {
    var generator = Seed(root: 6).generator()
    for _ in 0..<2000 {
      let tokens = (0..<format.transcriptLength).map { _ in Draw.integer(in: 0...7, using: &generator) }
      let transcript = format.transcript(tokens)
      #expect(format.tokens(of: transcript) == tokens)
      #expect(transcript.answer?.token == tokens.last && transcript.rounds.count == 3)
    }
  }

  @Test func rolesStandWhereTheirTokensDo() {
    let roles = format.roles
    #expect(roles.count == format.transcriptLength)
    #expect(roles.indices.filter { roles[$0] == .question } == [0, 1, 2, 3])
    #expect(roles.indices.filter { roles[$0] == .reply } == [8, 13, 18])
    #expect(roles.indices.filter { roles[$0] == .answer } == [19])
    #expect(roles.count { $0 == .subQuestion } == 12)
    // What stands under each role is what the transcript says of it.
    let tokens = (0..<20).map { $0 % 8 }
    let transcript = format.transcript(tokens)
    #expect(transcript.rounds.map(\.reply.token) == [8, 13, 18].map { tokens[$0] })
    #expect(format.tokens(of: transcript.rounds[1].question) == Array(tokens[9..<13]))
  }

  @Test func wideFormatsHoldTheirLargestExponent() {
    let wide = PowerFormat(alphabet: 64, exponentBits: 62)
    let question = PowerQuestion.power(element: 63, exponent: 1 << 62 - 1)
    #expect(wide.question(wide.tokens(of: question)) == question && wide.tokens(of: question).max() == 66)
  }

  @Test func whatDoesNotFitStopsTheProgram() async {
    await #expect(processExitsWith: .failure) { _ = PowerFormat(alphabet: 65, exponentBits: 3) }
    await #expect(processExitsWith: .failure) { _ = PowerFormat(alphabet: 4, exponentBits: 0) }
    await #expect(processExitsWith: .failure) {
      _ = PowerFormat(alphabet: 4, exponentBits: 3).tokens(of: .power(element: 0, exponent: 8))
    }
    await #expect(processExitsWith: .failure) {
      _ = PowerFormat(alphabet: 4, exponentBits: 3).tokens(of: .power(element: 4, exponent: 1))
    }
    await #expect(processExitsWith: .failure) { _ = PowerFormat(alphabet: 4, exponentBits: 3).question([3, 1, 1]) }
    await #expect(processExitsWith: .failure) { _ = PowerFormat(alphabet: 4, exponentBits: 3).question([7, 1, 1, 1]) }
    await #expect(processExitsWith: .failure) { _ = PowerFormat(alphabet: 4, exponentBits: 3).transcript([0]) }
    await #expect(processExitsWith: .failure) {
      _ = PowerFormat(alphabet: 4, exponentBits: 3).tokens(of: PowerTranscript(.blank))
    }
  }
}
