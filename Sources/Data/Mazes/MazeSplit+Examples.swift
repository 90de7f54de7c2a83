import Seeds

extension MazeSplit {
  /// How many mazes in a row may be refused before a declaration counts as one that refuses all.
  private static let patience = 1_000_000

  /// Example `index` of this split. It depends on the split's name and revision, the seed and the index, and on
  /// nothing asked before.
  package func example(at index: Int, seed: Seed) -> MazeExample { draw(at: index, stream: stream(of: seed)).example }

  /// The examples of a range of indices: the same as one by one.
  package func examples(_ indices: Range<Int>, seed: Seed) -> [MazeExample] {
    let stream = stream(of: seed)
    return indices.map { draw(at: $0, stream: stream).example }
  }

  /// The mazes that were drawn for these examples and not taken.
  package func rejections(_ indices: Range<Int>, seed: Seed) -> MazeRejections {
    let stream = stream(of: seed)
    return indices.reduce(into: MazeRejections()) { $0 += draw(at: $1, stream: stream).rejections }
  }

  func stream(of seed: Seed) -> Seed { seed.child("mazes").child(localName).child(revision) }

  /// In this order: rows, columns if they may differ, then a maze, its place in the frame and its ends until all are
  /// taken, then the label if it is random.
  func draw(at index: Int, stream: Seed) -> (example: MazeExample, rejections: MazeRejections) {
    var generator = stream.generator(at: index)
    let rows = Draw.integer(in: sizes, using: &generator)
    let columns = columns.map { Draw.integer(in: $0, using: &generator) } ?? rows
    var rejections = MazeRejections()
    while rejections.total < MazeSplit.patience {
      let drawn = self.generator.draw(rows: rows, columns: columns, using: &generator)
      guard portion.contains(drawn) else {
        rejections.portion += 1
        continue
      }
      let maze = framed(drawn, using: &generator)
      guard let solved = solve(maze, counting: &rejections, using: &generator) else { continue }
      return (MazeExample(index: index, solved: solved), rejections)
    }
    preconditionFailure("The split \(name) refused \(rejections.total) mazes in a row: \(rejections).")
  }

  /// The maze with ends and a label, or nil and a reason if it must be drawn again.
  private func solve(
    _ maze: Maze, counting rejections: inout MazeRejections, using generator: inout Generator
  ) -> SolvedMaze? {
    let isJoined = self.generator.joinsEverything && frame == nil
    guard let ends = endpoints.draw(in: maze, isJoined: isJoined, using: &generator) else {
      rejections.endpoints += 1
      return nil
    }
    guard distances ~= ends.origin.distance(to: ends.target) else {
      rejections.distance += 1
      return nil
    }
    let field = maze.distances(to: ends.target)
    guard let length = field.distance(from: ends.origin), pathLengths ~= length else {
      rejections.pathLength += 1
      return nil
    }
    let path =
      switch label {
      case .canonical: field.path(from: ends.origin)
      case .random: field.randomPath(from: ends.origin, using: &generator)
      }
    return path.map { SolvedMaze(maze: maze, origin: ends.origin, target: ends.target, path: $0) }
  }

  /// The maze at a place of the frame, every place with the same probability: row, then column.
  private func framed(_ maze: Maze, using generator: inout Generator) -> Maze {
    guard let frame else { return maze }
    let top = Draw.integer(in: 0...(frame - maze.rows), using: &generator)
    let left = Draw.integer(in: 0...(frame - maze.columns), using: &generator)
    return maze.framed(rows: frame, columns: frame, top: top, left: left)
  }
}

extension Maze {
  /// This maze within a larger lattice whose other cells have no passage.
  package func framed(rows: Int, columns: Int, top: Int, left: Int) -> Maze {
    precondition(
      0...(rows - self.rows) ~= top && 0...(columns - self.columns) ~= left,
      "\(self.rows) x \(self.columns) cells at (\(top), \(left)) leave a frame of \(rows) x \(columns).")
    func moved(_ cell: Cell) -> Cell { Cell(cell.row + top, cell.column + left) }
    return Maze(rows: rows, columns: columns, passages: passages.map { (moved($0), moved($1)) })
  }
}
