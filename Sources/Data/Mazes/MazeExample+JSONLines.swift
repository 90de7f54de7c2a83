import Seeds

/// One example a line, the keys in a fixed order, no spaces:
/// `{"index":0,"rows":2,"cols":2,"connections":[[[1,0],[0,0]],[[1,0],[1,0]]],"origin":[0,1],"target":[1,0],`
/// `"path":[[0,1],[0,0],[1,0]],"tokens":["<ADJLIST_START>",...],"split":"mazes/train-3-5"}`
extension MazeExample {
  /// The line of this example, without its line break. Its tokens are the legacy ones with a token for each cell, in
  /// an order drawn from the generator.
  package func jsonLine(split: MazeSplit, using generator: inout Generator) -> String {
    let maze = solved.maze
    let connections = maze.connections.map { table in
      "[" + table.map { "[" + $0.map { $0 ? "1" : "0" }.joined(separator: ",") + "]" }.joined(separator: ",") + "]"
    }
    let vocabulary = LegacyTokens(coordinates: .unique(.uniform), side: max(maze.rows, maze.columns))
    let tokens = vocabulary.texts(vocabulary.encode(solved, using: &generator).tokens)
    return "{\"index\":\(index),\"rows\":\(maze.rows),\"cols\":\(maze.columns),"
      + "\"connections\":[\(connections.joined(separator: ","))],"
      + "\"origin\":\(solved.origin.json),\"target\":\(solved.target.json),"
      + "\"path\":[\(solved.path.map(\.json).joined(separator: ","))],"
      + "\"tokens\":[\(tokens.map { "\"\($0)\"" }.joined(separator: ","))],\"split\":\"\(split.name)\"}"
  }

  /// The examples of a whole file's text, each checked. An empty line is an error, the one after the last line break
  /// is none.
  package static func read(
    jsonLines text: String, file: String, split: MazeSplit
  ) throws(JSONLinesError) -> [MazeExample] {
    var examples: [MazeExample] = []
    for (place, line) in JSONLinesError.lines(of: text).enumerated() {
      examples.append(try MazeExample(jsonLine: line, file: file, line: place + 1, split: split))
    }
    return examples
  }

  /// One line, checked against the split and by a new search: sizes, portion, endpoints, lengths, tokens, and that the
  /// path is a shortest one.
  package init(jsonLine text: String, file: String, line: Int, split: MazeSplit) throws(JSONLinesError) {
    let record = try JSONLinesError.record(
      MazeRecord.self, of: text, file: file, line: line,
      mend: "Each line is one object with index, rows, cols, connections, origin, target, path, tokens and split.")
    do {
      self = try record.example(of: split)
    } catch {
      throw JSONLinesError(
        file: file, line: line, field: error.field, problem: error.problem,
        mend: "Correct the field, or export the split \(split.name) again.")
    }
  }
}

extension Cell {
  fileprivate var json: String { "[\(row),\(column)]" }
}
