extension GraphDrawing {
  /// Vertices on a circle in the order of their numbers, the first on top. The path is drawn over the other edges, thick
  /// and with its first and last vertex marked.
  func figure(title: String) -> SVG {
    checkPlaces()
    var drawing = SVG.figure(width: 320, height: 300, title: title, summary: summary)
    let circle = Circle(centre: SVG.Point(x: 160, y: 150), radius: 122)
    let places = labels.indices.map { circle.point($0, of: labels.count) }
    drawing.strokes(edges.map { (places[$0.from], places[$0.to]) }, class: "gb-edge")
    if path.count > 1 { drawing.path(path.map { places[$0] }, class: "gb-way") }
    let radius = max(4, min(14, 360 / max(1, labels.count)))
    for (vertex, place) in places.enumerated() {
      let kind =
        vertex == path.first
        ? "gb-start" : vertex == path.last ? "gb-goal" : path.contains(vertex) ? "gb-via" : "gb-spot"
      drawing.circle(place, radius: radius, class: kind)
      // A smaller vertex has no room for a name.
      if radius >= 8 {
        drawing.text(
          labels[vertex], x: place.x, y: place.y + 4, anchor: .middle,
          class: vertex == path.first ? "gb-onbar gb-strong" : "gb-strong")
      }
    }
    return drawing
  }

  /// Everything in words.
  var summary: String {
    guard !labels.isEmpty else { return "A graph without vertices." }
    let size =
      "\(labels.count) \(labels.count == 1 ? "vertex" : "vertices") and \(NumberText.plural(edges.count, "edge"))"
    return "A graph of \(size); \(pathText)."
  }

  var pathText: String {
    path.isEmpty ? "no path" : "path " + path.map { labels[$0] }.joined(separator: ", ")
  }

  func checkPlaces() {
    let used = edges.flatMap { [$0.from, $0.to] } + path
    precondition(
      used.allSatisfy(labels.indices.contains),
      "a graph of \(labels.count) vertices has no vertex \(used.first { !labels.indices.contains($0) } ?? 0)")
  }
}
