extension MazeDrawing {
  /// Walls between cells that no passage joins; the true path in one stroke, the answered one dashed beside it, with a
  /// cross where it first leaves the passages.
  func figure(title: String) -> SVG {
    checkPlaces()
    let side = max(8, min(36, 292 / max(1, max(rows, columns))))
    let margin = 14
    var drawing = SVG.figure(
      width: columns * side + 2 * margin, height: rows * side + 2 * margin, title: title, summary: summary)
    func corner(_ row: Int, _ column: Int) -> SVG.Point { SVG.Point(x: margin + column * side, y: margin + row * side) }
    // The two ways keep beside one another, so that where they agree both are seen.
    func middle(_ cell: Int, aside: Int) -> SVG.Point {
      let corner = corner(cell / columns, cell % columns)
      return SVG.Point(x: corner.x + side / 2 + aside, y: corner.y + side / 2 + aside)
    }
    let walls = walls.map { (corner($0.from.row, $0.from.column), corner($0.to.row, $0.to.column)) }
    drawing.strokes(walls, class: "gb-wall")
    let aside = max(1, side / 9)
    if path.count > 1 { drawing.path(path.map { middle($0, aside: -aside) }, class: "gb-way") }
    let walked = walked
    if walked.count > 1 { drawing.path(walked.map { middle($0, aside: aside) }, class: "gb-answer") }
    if let start = path.first { drawing.circle(middle(start, aside: -aside), radius: side / 5 + 1, class: "gb-start") }
    if let goal = path.last { drawing.circle(middle(goal, aside: -aside), radius: side / 5 + 1, class: "gb-goal") }
    if let wrongStep = firstBreak, let last = walked.last {
      let place = wrongStep < walked.count ? middle(walked[wrongStep], aside: aside) : middle(last, aside: aside)
      drawing.cross(place, size: max(4, side / 6), class: "gb-wrong")
    }
    return drawing
  }

  /// Everything in words.
  var summary: String {
    guard rows > 0, columns > 0 else { return "A maze without cells." }
    let first = path.first.map { "from cell \($0) " } ?? ""
    let last = path.last.map { "to cell \($0) " } ?? ""
    let steps = NumberText.plural(max(0, path.count - 1), "step")
    let broken = firstBreak.map { "; the answer leaves the passages at its step \($0)" } ?? ""
    return "A maze of \(rows) by \(columns) cells, \(first)\(last)in \(steps). "
      + "Answered: \(answered.map(String.init).joined(separator: " "))\(broken)."
  }
}
