import Data
import Results
import Seeds

extension PowerSplit {
  /// Broken in two, to fit a terminal.
  package static let sampleLine = """
    {"index":0,"n":3,"facts":[[4,9],[9,7],[7,4]],"questions":[[9,6]],"answers":[9],
      "split":"powers/depth-6"}
    """

  package func jsonLines(_ indices: Range<Int>, seed: Seed) -> [UInt8] {
    examples(indices, seed: seed).flatMap { Array("\($0.jsonLine(split: self))\n".utf8) }
  }

  /// The columns hold what the lines hold under the same names, padded with -1 to the split's largest context, because
  /// 0 is a symbol.
  package func columns(_ indices: Range<Int>, seed: Seed) -> [ExampleColumn] {
    let examples = examples(indices, seed: seed)
    let (facts, questions) = (sizes.upperBound, questionCount(size: sizes.upperBound))
    func padded(_ rows: [[Int]], to length: Int) -> [Int32] {
      rows.flatMap { row in row.map { Int32($0) } + Array(repeating: -1, count: length - row.count) }
    }
    return [
      ExampleColumn("index", examples.map { Int32($0.index) }, "the example's place in the split, from 0"),
      ExampleColumn("n", examples.map { Int32($0.context.count) }, "elements of the permutation: so many facts"),
      ExampleColumn(
        "facts", padded(examples.map { $0.context.facts.flatMap { [$0.symbol, $0.image] } }, to: 2 * facts),
        rowShape: [facts, 2], "a symbol of 0...\(format.alphabet - 1) and its image, in any order; then (-1, -1)"),
      ExampleColumn(
        "questions", padded(examples.map { $0.questions.flatMap(Self.numbers) }, to: 2 * questions),
        rowShape: [questions, 2], "a symbol x and an exponent k each, of sigma^k(x); then (-1, -1)"),
      ExampleColumn(
        "answers", padded(examples.map { $0.answers.compactMap(\.element) }, to: questions), rowShape: [questions],
        "the symbol that sigma^k(x) is, for each question; then -1"),
    ]
  }

  private static func numbers(_ question: PowerQuestion) -> [Int] {
    guard case .power(let element, let exponent) = question else {
      preconditionFailure("A split asks for powers of elements, unlike \(question).")
    }
    return [element, exponent]
  }
}
