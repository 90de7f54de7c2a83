extension GraphDrawing {
  /// The neighbours of each vertex, one vertex a line, and the path.
  func text(style: Style) -> String {
    checkPlaces()
    let names = labels.map(Escape.line)
    let width = names.map(\.columns).max() ?? 0
    let arrow = style == .ascii ? " > " : " → "
    let onPath = Set(path)
    var lines = labels.indices.map { vertex in
      let neighbours = edges.compactMap { $0.from == vertex ? $0.to : $0.to == vertex ? $0.from : nil }
      var line = Line(names[vertex].paddedLeft(to: width), onPath.contains(vertex) ? .command : .strong)
      line.append("  ")
      for neighbour in Set(neighbours).sorted() {
        line.append(names[neighbour] + " ", isStep(vertex, neighbour) ? .command : .none)
      }
      return line
    }
    lines.append(Line(path.isEmpty ? "no path" : "path " + path.map { names[$0] }.joined(separator: arrow), .command))
    return lines.map { $0.painted(style) + "\n" }.joined()
  }

  private func isStep(_ one: Int, _ other: Int) -> Bool {
    zip(path, path.dropFirst()).contains { $0 == (one, other) || $0 == (other, one) }
  }
}
