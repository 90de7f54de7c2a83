extension Line {
  /// Lays chunks one after another, and starts a new line, indented, before one that does not fit.
  ///
  /// A chunk is broken (at a space, else anywhere) only if a whole line is too short for it. Nothing is lost.
  /// - Parameters:
  ///   - start: stands at the beginning of the first line.
  ///   - separator: stands between two chunks of one line.
  ///   - indent: columns before every further line.
  ///   - width: the most columns a line has; room of less than 20 behind the indent is taken as 20.
  static func flow(
    _ chunks: [Line], after start: Line = Line(), separator: String, indent: Int, width: Int
  ) -> [Line] {
    let room = max(20, width - indent)
    var lines: [Line] = []
    var current = start
    var holdsChunk = false
    for chunk in chunks.flatMap({ $0.broken(to: room) }) {
      let gap = holdsChunk ? separator : ""
      if current.width + gap.columns + chunk.width <= max(width, indent + room) {
        current.append(gap, .quiet)
      } else {
        if !current.text.trimmingTrailingSpaces.isEmpty { lines.append(current) }
        current = Line(String(repeating: " ", count: indent))
      }
      current.append(chunk)
      holdsChunk = true
    }
    return lines + [current]
  }

  /// Pieces of at most `room` columns, each in its tints.
  private func broken(to room: Int) -> [Line] {
    guard width > room else { return [self] }
    var pieces: [Line] = []
    var current = Line()
    for run in runs {
      for word in run.text.wordsKeepingSpaces.flatMap({ $0.cut(to: room) }) {
        if current.width + word.trimmingTrailingSpaces.columns > room {
          pieces.append(current)
          current = Line()
        }
        current.append(word, run.tint)
      }
    }
    pieces.append(current)
    return pieces
  }
}

extension String {
  /// Words with the spaces behind them, so that joining them gives the text back.
  fileprivate var wordsKeepingSpaces: [String] {
    var words: [String] = []
    var current = ""
    for character in self {
      if current.last == " ", character != " " {
        words.append(current)
        current = ""
      }
      current.append(character)
    }
    return words + [current]
  }

  /// Pieces of at most `room` columns.
  fileprivate func cut(to room: Int) -> [String] {
    guard trimmingTrailingSpaces.columns > room else { return [self] }
    var pieces = [""]
    for character in self {
      if (pieces[pieces.count - 1] + String(character)).columns > room { pieces.append("") }
      pieces[pieces.count - 1].append(character)
    }
    return pieces
  }
}
