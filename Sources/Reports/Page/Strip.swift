/// Marks on one line, as wide as the place it stands in. Positions are shares of the width, so strokes keep their size
/// on any screen. It repeats what stands beside it as text, so only who looks is given it.
struct Strip {
  let axis: Axis
  let height: Int
  private var shapes: [Node] = []

  init(_ axis: Axis, height: Int = 26) {
    self.axis = axis
    self.height = height
  }

  var node: Node {
    .tag(
      "svg", class: "strip", ["width": "100%", "height": "\(height)", "aria-hidden": "true", "focusable": "false"],
      .group(shapes))
  }

  /// Where both hold, over the whole height.
  mutating func band(from start: Double, to end: Double, class kind: String) {
    rectangle(from: start, to: end, y: 0, height: height, class: kind)
  }

  /// From zero, or from the end of the axis that is nearest to it.
  mutating func bar(_ value: Double, class kind: String) {
    rectangle(from: 0, to: value, y: height / 2 - 5, height: 10, class: kind)
  }

  /// A line across, such as a threshold's.
  mutating func rule(_ value: Double, class kind: String) {
    guard let share = share(value), (0...1).contains(share) else { return }
    let x = Self.percent(share)
    shapes.append(.tag("line", class: kind, ["x1": x, "y1": "0", "x2": x, "y2": "100%"]))
  }

  /// A line along the axis, with an end stroke at each end that is in sight.
  mutating func span(_ interval: Interval, y: Int? = nil, class kind: String) {
    guard let lower = share(interval.lower), let upper = share(interval.upper) else { return }
    let middle = y ?? height / 2
    line(lower, upper, y1: middle, y2: middle, class: kind)
    for end in [lower, upper] where (0...1).contains(end) {
      line(end, end, y1: middle - 4, y2: middle + 4, class: kind)
    }
  }

  mutating func dot(_ value: Double, radius: Int = 5, y: Int? = nil, class kind: String) {
    guard let share = share(value) else { return }
    guard (0...1).contains(share) else { return arrow(pastEnd: share > 1, y: y, class: kind) }
    shapes.append(
      .tag(
        "circle", class: kind, ["cx": Self.percent(share), "cy": "\(y ?? height / 2)", "r": "\(radius)"]))
  }

  mutating func diamond(_ value: Double, y: Int? = nil, class kind: String) {
    guard let share = share(value) else { return }
    guard (0...1).contains(share) else { return arrow(pastEnd: share > 1, y: y, class: kind) }
    path("M0 -6L6 0L0 6L-6 0Z", at: share, y: y, class: kind)
  }

  /// Says that what belongs here lies further out.
  private mutating func arrow(pastEnd: Bool, y: Int?, class kind: String) {
    path(pastEnd ? "M-9 -5L0 0L-9 5Z" : "M9 -5L0 0L9 5Z", at: pastEnd ? 1 : 0, y: y, class: kind)
  }

  private mutating func path(_ path: String, at share: Double, y: Int?, class kind: String) {
    shapes.append(
      .tag(
        "svg", ["x": Self.percent(share), "y": "\(y ?? height / 2)", "overflow": "visible"],
        .tag("path", class: kind, ["d": path])))
  }

  private mutating func rectangle(from start: Double, to end: Double, y: Int, height: Int, class kind: String) {
    guard let first = share(start), let last = share(end) else { return }
    let left = Self.held(min(first, last))
    let width = Self.held(max(first, last)) - left
    shapes.append(
      .tag(
        "rect", class: kind,
        ["x": Self.percent(left), "y": "\(y)", "width": Self.percent(width), "height": "\(height)"]))
  }

  private mutating func line(_ start: Double, _ end: Double, y1: Int, y2: Int, class kind: String) {
    shapes.append(
      .tag(
        "line", class: kind,
        [
          "x1": Self.percent(Self.held(start)), "y1": "\(y1)", "x2": Self.percent(Self.held(end)), "y2": "\(y2)",
        ]))
  }

  /// 0 and 1 are the ends of the axis; infinity lies past them, and NaN nowhere.
  private func share(_ value: Double) -> Double? {
    if value.isNaN { return nil }
    guard axis.shows(value) else { return value < 0 ? -1 : 2 }
    return axis.position(value)
  }

  private static func held(_ share: Double) -> Double { min(1, max(0, share)) }

  static func percent(_ share: Double) -> String { NumberText.short(share * 100, digits: 4) + "%" }
}

extension Strip {
  /// The numbers along the axis, under the strips of a table.
  static func scale(_ axis: Axis) -> Node {
    let last = axis.ticks.count - 1
    let labels = axis.ticks.enumerated().map { index, tick -> Node in
      let x = percent(axis.position(tick))
      let anchor = index == 0 ? "start" : index == last ? "end" : "middle"
      return [
        .tag("line", class: "tick", ["x1": x, "y1": "0", "x2": x, "y2": "5"]),
        .tag("text", ["x": x, "y": "18", "text-anchor": anchor], .text(NumberText.short(tick))),
      ]
    }
    return .tag(
      "svg", class: "strip scale", ["width": "100%", "height": "22", "aria-hidden": "true", "focusable": "false"],
      [.tag("line", class: "tick", ["x1": "0", "y1": "0", "x2": "100%", "y2": "0"]), .group(labels)])
  }
}
