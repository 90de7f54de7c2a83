import Reports
import Storage

extension GraphDrawing.Link: JSONCoded {
  var json: JSONValue { .integers([from, to]) }

  init(_ reader: FixtureReader) throws(FixtureProblem) {
    let ends = try reader.integers()
    guard ends.count == 2 else { throw reader.problem("a link has two ends, not \(ends.count)") }
    self.init(ends[0], ends[1])
  }
}

extension Drawing: JSONCoded {
  private enum Kind: String, CaseIterable {
    case graph, maze, permutation
  }

  var json: JSONValue {
    switch self {
    case .graph(let graph):
      [
        "edges": .list(graph.edges), "labels": .strings(graph.labels), "of": .string(Kind.graph.rawValue),
        "path": .integers(graph.path),
      ]
    case .maze(let maze):
      [
        "answered": .integers(maze.answered), "columns": .integer(maze.columns), "of": .string(Kind.maze.rawValue),
        "passages": .list(maze.passages), "path": .integers(maze.path), "rows": .integer(maze.rows),
      ]
    case .permutation(let permutation):
      [
        "answered": permutation.answered.map { .integer($0) } ?? .null, "images": .integers(permutation.images),
        "of": .string(Kind.permutation.rawValue), "walk": .integers(permutation.walk),
      ]
    }
  }

  init(_ reader: FixtureReader) throws(FixtureProblem) {
    guard let kind = try reader.entries().first(where: { $0.name == "of" })?.reader else {
      throw reader.problem("the field \"of\" is missing")
    }
    switch try kind.word(Kind.self) {
    case .graph: self = .graph(try GraphDrawing(reader))
    case .maze: self = .maze(try MazeDrawing(reader))
    case .permutation: self = .permutation(try PermutationDrawing(reader))
    }
  }
}

extension GraphDrawing {
  fileprivate init(_ reader: FixtureReader) throws(FixtureProblem) {
    let members = try reader.members("edges", "labels", "of", "path")
    let labels = try members["labels"]!.strings()
    self.init(
      labels: labels, edges: try members["edges"]!.list(), path: try members["path"]!.integers())
    let ends = edges.flatMap { [$0.from, $0.to] } + path
    guard ends.allSatisfy(labels.indices.contains) else {
      throw reader.problem("an edge or the path leaves the \(labels.count) vertices")
    }
  }
}

extension MazeDrawing {
  fileprivate init(_ reader: FixtureReader) throws(FixtureProblem) {
    let members = try reader.members("answered", "columns", "of", "passages", "path", "rows")
    // Far more than anybody draws, and far from an overflow.
    let sides = 1...10_000
    let rows = try members["rows"]!.integer()
    let columns = try members["columns"]!.integer()
    guard sides.contains(rows), sides.contains(columns) else {
      throw reader.problem("a maze has 1 to 10000 rows and columns, not \(rows) and \(columns)")
    }
    self.init(
      rows: rows, columns: columns, passages: try members["passages"]!.list(), path: try members["path"]!.integers(),
      answered: try members["answered"]!.integers())
    let cells = passages.flatMap { [$0.from, $0.to] } + path + answered
    guard cells.allSatisfy((0..<rows * columns).contains) else {
      throw reader.problem("a passage, the path or the answer leaves the \(rows * columns) cells")
    }
  }
}

extension PermutationDrawing {
  fileprivate init(_ reader: FixtureReader) throws(FixtureProblem) {
    let members = try reader.members("answered", "images", "of", "walk")
    let images = try members["images"]!.integers()
    self.init(
      images: images, walk: try members["walk"]!.integers(), answered: try members["answered"]!.present()?.integer())
    guard (images + walk + (answered.map { [$0] } ?? [])).allSatisfy(images.indices.contains) else {
      throw reader.problem("an image, the walk or the answer leaves the \(images.count) elements")
    }
  }
}
