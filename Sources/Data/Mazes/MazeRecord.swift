/// The values of one JSON line, of the right types and not checked further.
struct MazeRecord: Decodable {
  let index: Int
  let rows: Int
  let cols: Int
  let connections: [[[Int]]]
  let origin: [Int]
  let target: [Int]
  let path: [[Int]]
  let tokens: [String]
  let split: String

  private enum Key: String, CodingKey { case index, rows, cols, connections, origin, target, path, tokens, split }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    index = try values.named(Int.self, .index)
    rows = try values.named(Int.self, .rows)
    cols = try values.named(Int.self, .cols)
    connections = try values.named([[[Int]]].self, .connections)
    origin = try values.named([Int].self, .origin)
    target = try values.named([Int].self, .target)
    path = try values.named([[Int]].self, .path)
    tokens = try values.named([String].self, .tokens)
    split = try values.named(String.self, .split)
  }

  /// A value that no example of the split could have.
  struct Fault: Error {
    let field: String
    let problem: String
  }

  /// The example, after every check.
  func example(of split: MazeSplit) throws(Fault) -> MazeExample {
    guard self.split == split.name else {
      throw Fault(field: "split", problem: "\"\(self.split)\" is not the split \"\(split.name)\" that was asked for.")
    }
    guard index >= 0 else { throw Fault(field: "index", problem: "\(index) is negative.") }
    try checkSides(split)
    let maze = try checkedMaze()
    guard split.portion.contains(maze) else {
      throw Fault(field: "connections", problem: "the maze is not in the portion \(split.portion.rawValue).")
    }
    let solved = try solved(maze)
    try check(solved, split)
    try checkTokens(solved)
    return MazeExample(index: index, solved: solved)
  }

  private func checkSides(_ split: MazeSplit) throws(Fault) {
    let frame = split.frame.map { $0...$0 }
    for (field, side, allowed) in [
      ("rows", rows, frame ?? split.sizes), ("cols", cols, frame ?? split.columns ?? split.sizes),
    ] where !allowed.contains(side) {
      throw Fault(field: field, problem: "\(side) is not among the split's \(allowed).")
    }
    if frame == nil && split.columns == nil && rows != cols {
      throw Fault(field: "cols", problem: "\(cols) are not as many as the \(rows) rows.")
    }
  }

  private func checkedMaze() throws(Fault) -> Maze {
    guard connections.allSatisfy({ $0.allSatisfy { $0.allSatisfy { 0...1 ~= $0 } } }) else {
      throw Fault(field: "connections", problem: "they hold numbers that are neither 0 nor 1.")
    }
    let flags = connections.map { $0.map { $0.map { $0 == 1 } } }
    if let fault = Maze.fault(inConnections: flags, rows: rows, columns: cols) {
      throw Fault(field: "connections", problem: fault)
    }
    return Maze(connections: flags)
  }

  private func solved(_ maze: Maze) throws(Fault) -> SolvedMaze {
    let (origin, target) = (try cell(origin, "origin"), try cell(target, "target"))
    var cells: [Cell] = []
    for pair in path { cells.append(try cell(pair, "path")) }
    if let fault = SolvedMaze.fault(maze: maze, origin: origin, target: target, path: cells) {
      throw Fault(field: fault.field, problem: fault.problem)
    }
    return SolvedMaze(maze: maze, origin: origin, target: target, path: cells)
  }

  private func cell(_ pair: [Int], _ field: String) throws(Fault) -> Cell {
    guard pair.count == 2, 0..<rows ~= pair[0], 0..<cols ~= pair[1] else {
      throw Fault(field: field, problem: "\(pair) is not a row below \(rows) and a column below \(cols).")
    }
    return Cell(pair[0], pair[1])
  }

  private func check(_ solved: SolvedMaze, _ split: MazeSplit) throws(Fault) {
    guard split.endpoints.allows(origin: solved.origin, target: solved.target, in: solved.maze) else {
      throw Fault(field: "target", problem: "the split allows no path from \(solved.origin) to \(solved.target).")
    }
    guard split.distances ~= solved.origin.distance(to: solved.target) else {
      throw Fault(field: "target", problem: "its distance to the origin is not among the split's \(split.distances).")
    }
    let field = solved.maze.distances(to: solved.target)
    let length = field.distance(from: solved.origin) ?? -1
    guard solved.length == length else {
      throw Fault(field: "path", problem: "\(solved.length) steps are not the \(length) of a shortest path.")
    }
    guard split.pathLengths ~= length else {
      throw Fault(field: "path", problem: "\(length) steps are not among the split's \(split.pathLengths).")
    }
    if split.label == .canonical && solved.path != field.path(from: solved.origin) {
      throw Fault(field: "path", problem: "it is not the shortest path that goes north, east, south, west first.")
    }
  }

  private func checkTokens(_ solved: SolvedMaze) throws(Fault) {
    let vocabulary = LegacyTokens(coordinates: .unique(.uniform), side: max(rows, cols))
    let told: SolvedMaze
    do {
      told = try vocabulary.decode(vocabulary.tokens(tokens), rows: rows, columns: cols)
    } catch {
      throw Fault(field: "tokens", problem: "\(error).")
    }
    guard told == solved else { throw Fault(field: "tokens", problem: "they tell another maze or path.") }
  }
}
