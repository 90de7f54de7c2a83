import Data
import Results
import Seeds

extension MazeSplit {
  /// Broken in two, to fit a terminal.
  package static let sampleLine = """
    {"index":0,"rows":2,"cols":2,"connections":[[[1,0],[0,0]],[[1,0],[1,0]]],"origin":[0,1],
      "target":[1,0],"path":[[0,1],[0,0],[1,0]],"tokens":[...],"split":"mazes/train-3-5"}
    """

  /// Tokens stand in an order of their own for each example, drawn from a branch of the seed.
  package func jsonLines(_ indices: Range<Int>, seed: Seed) -> [UInt8] {
    examples(indices, seed: seed).flatMap { example in
      var generator = seed.child("tokens").child(localName).generator(at: example.index)
      return Array("\(example.jsonLine(split: self, using: &generator))\n".utf8)
    }
  }

  /// Cells stand row by row on a square as large as the split's largest maze, those outside of a smaller one closed.
  package func columns(_ indices: Range<Int>, seed: Seed) -> [ExampleColumn] {
    let examples = examples(indices, seed: seed)
    let side = frame ?? max(sizes.upperBound, (columns ?? sizes).upperBound)
    func cells(_ values: (SolvedMaze, Cell) -> Int32, outside: Int32) -> [Int32] {
      examples.flatMap { example in
        (0..<side * side).map { place in
          let cell = Cell(place / side, place % side)
          return example.maze.contains(cell) ? values(example.solved, cell) : outside
        }
      }
    }
    return [
      ExampleColumn("index", examples.map { Int32($0.index) }, "the example's place in the split, from 0"),
      ExampleColumn("rows", examples.map { Int32($0.maze.rows) }, "rows of the maze"),
      ExampleColumn("cols", examples.map { Int32($0.maze.columns) }, "columns of the maze"),
      ExampleColumn(
        "origin", examples.flatMap { [Int32($0.solved.origin.row), Int32($0.solved.origin.column)] }, rowShape: [2],
        "row and column where the path begins, from 0 in the north-west"),
      ExampleColumn(
        "target", examples.flatMap { [Int32($0.solved.target.row), Int32($0.solved.target.column)] }, rowShape: [2],
        "row and column where it ends"),
      ExampleColumn("steps", examples.map { Int32($0.solved.length) }, "steps of a shortest path"),
      ExampleColumn(
        "openings", cells({ Int32($0.maze.openings(of: $1)) }, outside: 0), rowShape: [side, side],
        "open sides of each cell: north 1, east 2, south 4, west 8"),
      ExampleColumn(
        "on_path", cells({ $0.path.contains($1) ? 1 : 0 }, outside: 0), rowShape: [side, side],
        "1 on the path of the label"),
    ]
  }
}
