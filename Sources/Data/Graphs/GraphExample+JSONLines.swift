import Foundation

/// One example a line, the keys in a fixed order, no spaces:
/// `{"index":0,"n":4,"edges":[[1,3],[2,4]],"target":2,"label":15,"split":"train"}`
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
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    var examples: [GraphExample] = []
    for (place, line) in lines.enumerated() {
      examples.append(try GraphExample(jsonLine: String(line), file: file, line: place + 1, split: split))
    }
    return examples
  }

  /// One line, checked against the split: its sizes and targets, and the label by a new search.
  package init(jsonLine text: String, file: String, line: Int, split: GraphSplit) throws(JSONLinesError) {
    let record: GraphRecord
    do {
      record = try JSONDecoder().decode(GraphRecord.self, from: Foundation.Data(text.utf8))
    } catch let error as DecodingError {
      throw JSONLinesError(error, file: file, line: line)
    } catch {
      throw JSONLinesError(file: file, line: line, field: nil, problem: "\(error).", mend: "Write the line again.")
    }
    do {
      self = try record.example(of: split)
    } catch {
      throw JSONLinesError(
        file: file, line: line, field: error.field, problem: error.problem,
        mend: "Correct the field, or export the split \(split.name) again.")
    }
  }
}

extension JSONLinesError {
  /// What Foundation found while it read the types of a line.
  fileprivate init(_ error: DecodingError, file: String, line: Int) {
    let mend =
      #"Each line is one object: {"index":0,"n":4,"edges":[[1,3]],"target":2,"label":15,"split":"train"}."#
    let (field, problem): (String?, String) =
      switch error {
      case .keyNotFound(let key, _): (key.stringValue, "it is missing.")
      case .typeMismatch(let type, let context): (context.field, "it is not of the type \(type).")
      case .valueNotFound(let type, let context): (context.field, "it is null, not of the type \(type).")
      case .dataCorrupted(let context): (context.field, "it is not valid JSON: \(context.debugDescription)")
      @unknown default: (nil, "it cannot be read: \(error).")
      }
    self.init(file: file, line: line, field: field, problem: problem, mend: mend)
  }
}

extension DecodingError.Context {
  /// The outermost key: `edges` for something inside the edges.
  fileprivate var field: String? { codingPath.first?.stringValue }
}
