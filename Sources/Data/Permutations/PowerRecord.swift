/// The values of one JSON line, of the right types and not checked further.
struct PowerRecord: Decodable {
  let index: Int
  let n: Int
  let facts: [[Int]]
  let questions: [[Int]]
  let answers: [Int]
  let split: String

  private enum Key: String, CodingKey { case index, n, facts, questions, answers, split }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    index = try values.named(Int.self, .index)
    n = try values.named(Int.self, .n)
    facts = try values.named([[Int]].self, .facts)
    questions = try values.named([[Int]].self, .questions)
    answers = try values.named([Int].self, .answers)
    split = try values.named(String.self, .split)
  }

  /// A value that no example of the split could have.
  struct Fault: Error {
    let field: String
    let problem: String
  }

  /// The example, after every check.
  func example(of split: PowerSplit) throws(Fault) -> PowerExample {
    guard self.split == split.name else {
      throw Fault(
        field: "split", problem: "\"\(self.split)\" is not the split \"\(split.name)\" that was asked for.")
    }
    guard index >= 0 else { throw Fault(field: "index", problem: "\(index) is negative.") }
    guard split.sizes.contains(n) else {
      throw Fault(field: "n", problem: "\(n) elements are not among the split's \(split.sizes).")
    }
    let example = PowerExample(index: index, context: try checkedContext(split), questions: try checkedQuestions(split))
    try check(example, split)
    return example
  }

  /// n pairs of symbols of the alphabet that are the facts of a permutation.
  private func checkedContext(_ split: PowerSplit) throws(Fault) -> PowerContext {
    guard facts.count == n, facts.allSatisfy({ $0.count == 2 && $0.allSatisfy { 0..<split.format.alphabet ~= $0 } })
    else {
      throw Fault(
        field: "facts", problem: "they are not \(n) pairs of the symbols 0..<\(split.format.alphabet).")
    }
    guard let context = PowerContext(facts: facts.map { ($0[0], $0[1]) }) else {
      throw Fault(field: "facts", problem: "the images are not the symbols in some order.")
    }
    guard split.permutations.allows(heldOut: context.isHeldOut) else {
      throw Fault(field: "facts", problem: "this permutation belongs to the other part than the split's.")
    }
    return context
  }

  private func checkedQuestions(_ split: PowerSplit) throws(Fault) -> [PowerQuestion] {
    guard questions.count == split.questionCount(size: n), questions.allSatisfy({ $0.count == 2 }) else {
      throw Fault(
        field: "questions", problem: "they are not \(split.questionCount(size: n)) pairs of a symbol and an exponent.")
    }
    for question in questions {
      guard question[1] > 0, split.depths.contains(question[1].bitLength), split.exponents.allows(question[1]) else {
        throw Fault(field: "questions", problem: "the split does not ask for the power \(question[1]).")
      }
      guard facts.contains(where: { $0[0] == question[0] }) else {
        throw Fault(field: "questions", problem: "no fact is about the symbol \(question[0]).")
      }
    }
    return questions.map { .power(element: $0[0], exponent: $0[1]) }
  }

  private func check(_ example: PowerExample, _ split: PowerSplit) throws(Fault) {
    let type = example.context.permutation.cycleType
    guard questions.allSatisfy({ split.allows(type, exponent: $0[1]) }) else {
      throw Fault(field: "facts", problem: "the split does not have the cycle type \(type).")
    }
    let truth = example.answers.compactMap(\.element)
    guard answers == truth else {
      throw Fault(field: "answers", problem: "\(answers) are not the \(truth) that the facts give.")
    }
  }
}
