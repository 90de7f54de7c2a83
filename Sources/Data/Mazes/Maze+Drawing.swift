/// A drawing by characters, two lines and two columns a cell, between corners:
///
/// ```
/// +-+-+-+
/// |O    |
/// + +-+ +
/// | |  T|
/// +-+-+-+
/// ```
///
/// `-` and `|` are walls, a space is a passage or a cell; `O` is the origin, `T` the target, and `.` a cell or a passage
/// on the path.
extension Maze: CustomStringConvertible {
  package var description: String { MazeDrawing(self).text }

  /// The maze of a drawing. Marks are ignored; a last line break is allowed.
  package init(drawing: String) throws(MazeDrawingError) {
    self = try MazeDrawing(drawing).maze()
  }
}

extension SolvedMaze: CustomStringConvertible {
  package var description: String {
    var drawing = MazeDrawing(maze)
    drawing.mark(path)
    drawing.mark(origin, with: "O")
    drawing.mark(target, with: "T")
    return drawing.text
  }
}

/// What is wrong with a drawing of a maze, and where: lines and columns count from 1.
package struct MazeDrawingError: Error, Hashable, Sendable, CustomStringConvertible {
  package let line: Int
  package let column: Int
  package let problem: String

  package var description: String { "line \(line), column \(column) of the drawing: \(problem)" }
}

/// The characters of a drawing, line by line.
private struct MazeDrawing {
  private var lines: [[Character]]

  init(_ maze: Maze) {
    lines = (0...(2 * maze.rows)).map { line in
      (0...(2 * maze.columns)).map { column in
        switch (line % 2, column % 2) {
        case (0, 0): "+"
        case (0, _): "-"
        case (_, 0): "|"
        default: " "
        }
      }
    }
    for (from, to) in maze.passages { lines[from.row + to.row + 1][from.column + to.column + 1] = " " }
  }

  var text: String { lines.map { String($0) }.joined(separator: "\n") }

  mutating func mark(_ cell: Cell, with character: Character) {
    lines[2 * cell.row + 1][2 * cell.column + 1] = character
  }

  mutating func mark(_ path: [Cell]) {
    for cell in path { mark(cell, with: ".") }
    for (from, to) in zip(path, path.dropFirst()) { lines[from.row + to.row + 1][from.column + to.column + 1] = "." }
  }

  init(_ text: String) throws(MazeDrawingError) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let (height, width) = (lines.count, lines.first?.count ?? 0)
    let sides = 1...Maze.largestSide
    guard height % 2 == 1, width % 2 == 1, sides ~= height / 2, sides ~= width / 2 else {
      throw MazeDrawingError(
        line: 1, column: 1,
        problem: "\(height) lines and \(width) columns are no maze: both are odd, for sides in \(sides).")
    }
    for (place, line) in lines.enumerated() where line.count != width {
      throw MazeDrawingError(
        line: place + 1, column: min(line.count, width) + 1,
        problem: "the line has \(line.count) characters, the first has \(width).")
    }
  }

  func maze() throws(MazeDrawingError) -> Maze {
    let (rows, columns) = (lines.count / 2, lines[0].count / 2)
    var draft = MazeDraft(rows: rows, columns: columns)
    for line in lines.indices {
      for column in lines[line].indices {
        let isPassage = try isOpen(line, column)
        guard isPassage, line % 2 != column % 2 else { continue }
        guard 0 < line, line < 2 * rows, 0 < column, column < 2 * columns else {
          throw MazeDrawingError(line: line + 1, column: column + 1, problem: "a passage leaves the maze.")
        }
        if line % 2 == 1 {
          draft.open(line / 2 * columns + column / 2 - 1, .east)
        } else {
          draft.open((line / 2 - 1) * columns + column / 2, .south)
        }
      }
    }
    return Maze(draft)
  }

  /// Whether a character is a cell or a passage, after a look at whether it may stand there.
  private func isOpen(_ line: Int, _ column: Int) throws(MazeDrawingError) -> Bool {
    let character = lines[line][column]
    let allowed: String =
      switch (line % 2, column % 2) {
      case (0, 0): "+"
      case (0, _): "- ."
      case (_, 0): "| ."
      default: " .OT"
      }
    guard allowed.contains(character) else {
      throw MazeDrawingError(
        line: line + 1, column: column + 1, problem: "\"\(character)\" stands where one of \"\(allowed)\" belongs.")
    }
    return character == " " || character == "."
  }
}
