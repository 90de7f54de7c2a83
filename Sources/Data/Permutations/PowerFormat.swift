/// How contexts, questions and answers are written as tokens: 0 is blank, "I don't know", padding and the start of a
/// sequence in one; 1 and 2 are the bits; the alphabet's symbols follow.
///
/// | What | Tokens | Shape |
/// |---|---|---|
/// | facts | symbol, image | [N, 2], an unordered set of N |
/// | question | element, then the bits of k, highest first, leading zeros written | [1 + bits] |
/// | answer | one | [1] |
/// | transcript | question, 3 x (sub-question, reply), answer | [4 (1 + bits + 1)] |
package struct PowerFormat: Hashable, Sendable {
  package static let blankToken = 0
  package static let firstElementToken = 3

  package static func bitToken(_ bit: Int) -> Int { 1 + bit }

  /// How many symbols there are.
  package let alphabet: Int
  /// How many bits an exponent has cells for.
  package let exponentBits: Int

  package init(alphabet: Int, exponentBits: Int) {
    precondition(
      1...Permutation.largestCount ~= alphabet,
      "An alphabet has 1...\(Permutation.largestCount) symbols, not \(alphabet).")
    precondition(1...62 ~= exponentBits, "Exponents have 1...62 bits, not \(exponentBits).")
    (self.alphabet, self.exponentBits) = (alphabet, exponentBits)
  }

  package var vocabularySize: Int { PowerFormat.firstElementToken + alphabet }
  package var questionLength: Int { 1 + exponentBits }
  package var transcriptLength: Int { (PowerTranscript.roundCount + 1) * (questionLength + 1) }

  /// [N * 2] tokens.
  package func tokens(of context: PowerContext) -> [Int] {
    context.facts.flatMap { [PowerAnswer.element($0.symbol).token, PowerAnswer.element($0.image).token] }.map(checked)
  }

  /// The context of [N * 2] tokens; nil where they are not the facts of a permutation.
  package func context(_ tokens: [Int]) -> PowerContext? {
    let symbols = tokens.map { PowerAnswer(token: checked($0)).element ?? -1 }
    guard symbols.count.isMultiple(of: 2) else { return nil }
    return PowerContext(facts: stride(from: 0, to: symbols.count, by: 2).map { (symbols[$0], symbols[$0 + 1]) })
  }

  /// [1 + bits] tokens.
  package func tokens(of question: PowerQuestion) -> [Int] {
    switch question {
    case .blank: return [Int](repeating: PowerFormat.blankToken, count: questionLength)
    case .nonsense(let cells):
      precondition(
        cells.count == questionLength, "\(cells.count) cells are not the \(questionLength) of a question: \(cells).")
      return cells.map(checked)
    case .power(let element, let exponent):
      precondition(
        0..<(1 << exponentBits) ~= exponent, "The exponent \(exponent) does not fit into \(exponentBits) bits.")
      let bits = (0..<exponentBits).reversed().map { PowerFormat.bitToken(exponent >> $0 & 1) }
      return [checked(PowerAnswer.element(element).token)] + bits
    }
  }

  /// What [1 + bits] tokens ask; any tokens of the vocabulary will do.
  package func question(_ tokens: some Collection<Int>) -> PowerQuestion {
    let cells = tokens.map(checked)
    precondition(
      cells.count == questionLength, "\(cells.count) cells are not the \(questionLength) of a question: \(cells).")
    if cells.allSatisfy({ $0 == PowerFormat.blankToken }) { return .blank }
    let bits = cells.dropFirst().map { $0 - PowerFormat.bitToken(0) }
    guard let element = PowerAnswer(token: cells[0]).element, bits.allSatisfy({ 0...1 ~= $0 }) else {
      return .nonsense(cells)
    }
    return .power(element: element, exponent: bits.reduce(0) { $0 << 1 | $1 })
  }

  private func checked(_ token: Int) -> Int {
    precondition(0..<vocabularySize ~= token, "The token \(token) is not one of 0..<\(vocabularySize).")
    return token
  }
}
