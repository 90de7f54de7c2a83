/// One context a line, the keys in a fixed order, no spaces. Facts are pairs of a symbol and its image, questions
/// pairs of a symbol and an exponent:
/// `{"index":0,"n":3,"facts":[[0,2],[2,1],[1,0]],"questions":[[0,5],[1,2]],"answers":[1,2],"split":"powers/some"}`
extension PowerExample {
  /// The line of this example, without its line break.
  package func jsonLine(split: PowerSplit) -> String {
    let facts = context.facts.map { "[\($0.symbol),\($0.image)]" }.joined(separator: ",")
    let asked = questions.map { question in
      guard case .power(let element, let exponent) = question else {
        preconditionFailure("Questions without an answer are not written: \(question).")
      }
      return "[\(element),\(exponent)]"
    }.joined(separator: ",")
    let answers = answers.map(\.description).joined(separator: ",")
    return "{\"index\":\(index),\"n\":\(context.count),\"facts\":[\(facts)],\"questions\":[\(asked)],"
      + "\"answers\":[\(answers)],\"split\":\"\(split.name)\"}"
  }

  /// The examples of a whole file's text, each checked. An empty line is an error, the one after the last line break
  /// is none.
  package static func read(
    jsonLines text: String, file: String, split: PowerSplit
  ) throws(JSONLinesError) -> [PowerExample] {
    var examples: [PowerExample] = []
    for (place, line) in JSONLinesError.lines(of: text).enumerated() {
      examples.append(try PowerExample(jsonLine: line, file: file, line: place + 1, split: split))
    }
    return examples
  }

  /// One line, checked against the split, and the answers against the facts.
  package init(jsonLine text: String, file: String, line: Int, split: PowerSplit) throws(JSONLinesError) {
    let record = try JSONLinesError.record(
      PowerRecord.self, of: text, file: file, line: line,
      mend: "Each line is one object, such as "
        + #"{"index":0,"n":2,"facts":[[0,1],[1,0]],"questions":[[0,3]],"answers":[1],"split":"powers/train"}."#)
    do {
      self = try record.example(of: split)
    } catch {
      throw JSONLinesError(
        file: file, line: line, field: error.field, problem: error.problem,
        mend: "Correct the field, or export the split \(split.name) again.")
    }
  }
}
