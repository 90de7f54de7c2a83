/// One example a line, the keys in a fixed order, no spaces:
/// `{"index":0,"n":4,"edges":[[1,3],[2,4]],"target":2,"label":15,"split":"graphs/train"}`
extension GraphExample {
  /// The line of this example, without its line break.
  package func jsonLine(split: GraphSplit) -> String {
    let edges = graph.edges.map { "[\($0.a),\($0.b)]" }.joined(separator: ",")
    return "{\"index\":\(index),\"n\":\(graph.vertexCount),\"edges\":[\(edges)],"
      + "\"target\":\(target),\"label\":\(label),\"split\":\"\(split.name)\"}"
  }

  /// The examples of a whole file's text, each checked. An empty line is an error, the one after the last line break
  /// is none.
  package static func read(
    jsonLines text: String, file: String, split: GraphSplit
  ) throws(JSONLinesError) -> [GraphExample] {
    var examples: [GraphExample] = []
    for (place, line) in JSONLinesError.lines(of: text).enumerated() {
      examples.append(try GraphExample(jsonLine: line, file: file, line: place + 1, split: split))
    }
    return examples
  }

  /// One line, checked against the split: its sizes and targets, and the label by a new search.
  package init(jsonLine text: String, file: String, line: Int, split: GraphSplit) throws(JSONLinesError) {
    let record = try JSONLinesError.record(
      GraphRecord.self, of: text, file: file, line: line,
      mend:
        #"Each line is one object: {"index":0,"n":4,"edges":[[1,3]],"target":2,"label":15,"split":"graphs/train"}."#)
    do {
      self = try record.example(of: split)
    } catch {
      throw JSONLinesError(
        file: file, line: line, field: error.field, problem: error.problem,
        mend: "Correct the field, or export the split \(split.name) again.")
    }
  }
}
