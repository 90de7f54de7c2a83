extension SVG {
  mutating func cross(_ place: Point, size: Int, class name: String) {
    strokes(
      [
        (Point(x: place.x - size, y: place.y - size), Point(x: place.x + size, y: place.y + size)),
        (Point(x: place.x - size, y: place.y + size), Point(x: place.x + size, y: place.y - size)),
      ], class: name)
  }

  /// A line with a head, ending `clearance` before both of its places.
  mutating func arrow(from start: Point, to end: Point, clearance: Int, class name: String, head: String) {
    let (right, down) = (Double(end.x - start.x), Double(end.y - start.y))
    let length = (right * right + down * down).squareRoot()
    guard length > Double(2 * clearance + 4) else { return }
    let unit = (x: right / length, y: down / length)
    func place(_ along: Double, aside: Double = 0) -> Point {
      Point(
        x: start.x + Int((unit.x * along - unit.y * aside).rounded()),
        y: start.y + Int((unit.y * along + unit.x * aside).rounded()))
    }
    let tip = length - Double(clearance)
    strokes([(place(Double(clearance)), place(tip - 6))], class: name)
    path([place(tip), place(tip - 9, aside: 5), place(tip - 9, aside: -5)], closed: true, class: head)
  }

  /// The looks of drawings of examples, beside those of charts.
  static let drawingRules = """
    .gb-edge{fill:none;stroke:var(--edge);stroke-width:1.25}
    .gb-head{fill:var(--edge)}
    .gb-way{fill:none;stroke:var(--bar);stroke-width:4;stroke-linejoin:round;stroke-linecap:round}
    .gb-wayhead{fill:var(--bar)}
    .gb-answer{fill:none;stroke:var(--odd);stroke-width:2.5;stroke-dasharray:6 4;stroke-linejoin:round}
    .gb-wall{fill:none;stroke:var(--ink);stroke-width:1.75;stroke-linecap:square}
    .gb-wrong{fill:none;stroke:var(--odd);stroke-width:3;stroke-linecap:round}
    .gb-wrongring{fill:none;stroke:var(--odd);stroke-width:2.5;stroke-dasharray:4 3}
    .gb-spot{fill:var(--paper);stroke:var(--soft);stroke-width:1.25}
    .gb-via{fill:var(--paper);stroke:var(--bar);stroke-width:2.5}
    .gb-start{fill:var(--bar);stroke:var(--bar);stroke-width:2.5}
    .gb-goal{fill:var(--paper);stroke:var(--bar);stroke-width:5}
    """
}
