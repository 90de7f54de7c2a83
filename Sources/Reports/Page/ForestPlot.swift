/// Estimates under one another on one axis, each with its numbers beside it: a table that can also be looked at.
///
/// The threshold runs through all rows as a line, and the side on which the claim passes is shaded.
struct ForestPlot {
  struct Row {
    var name: Node
    var value: Double
    var interval: Interval?
    /// What the value is the mean of.
    var scores: [Double] = []
    var look: Look
    var text: Node
  }

  enum Look: String {
    case measured
    case accepted
    case floor
  }

  var caption: Node
  var rows: [Row]
  var requirement: Requirement?

  var node: Node {
    let axis = axis
    let body = rows.map { row in
      Node.row(
        class: row.scores.count > 1 ? "\(row.look.rawValue) tall" : row.look.rawValue,
        [
          .rowHead(row.name), .cell(row.text, class: "number"), .cell(strip(row, axis).node, class: "drawn"),
        ])
    }
    let threshold = requirement.map { requirement in
      Node.row(
        class: "threshold",
        [
          .rowHead(.text(requirement.isControl ? "must fail" : "required")),
          .cell(.text(requirement.bound.pageText(as: .number)), class: "number"),
          .cell(ruled(axis, height: 26).node, class: "drawn"),
        ])
    }
    let scale = Node.tag(
      "tr", class: "scale", ["aria-hidden": "true"],
      [
        .tag("td", ["colspan": "2"]), .cell(Strip.scale(axis), class: "drawn"),
      ])
    return .table(
      class: "forest", caption: caption,
      head: [.columnHead("What"), .columnHead("Score", class: "number"), .columnHead("On one scale")],
      rows: body + [threshold, scale].compactMap { $0 })
  }

  /// Covers what is judged. What lies more than as far again outside is shown by an arrow: it would press all else
  /// together.
  private var axis: Axis {
    let judged = rows.filter { $0.look != .floor }.flatMap { row in
      [row.value] + (row.interval.map { [$0.lower, $0.upper] } ?? []) + row.scores
    }
    let near = (judged + (requirement?.bound.thresholds ?? [])).filter(\.isFinite)
    guard let least = near.min(), let most = near.max() else { return Axis(.linear, covering: []) }
    let room = max(most - least, most.magnitude, least.magnitude)
    let floors = rows.filter { $0.look == .floor }.map(\.value)
      .filter { $0 >= least - room && $0 <= most + room }
    return Axis(.linear, covering: near + floors, around: requirement?.bound.value)
  }

  private func ruled(_ axis: Axis, height: Int) -> Strip {
    var strip = Strip(axis, height: height)
    guard let requirement else { return strip }
    strip.mark(requirement)
    return strip
  }

  private func strip(_ row: Row, _ axis: Axis) -> Strip {
    let hasScores = row.scores.count > 1
    var strip = ruled(axis, height: hasScores ? 34 : 26)
    let middle = hasScores ? 12 : 13
    if let interval = row.interval { strip.span(interval, y: middle, class: "span \(row.look.rawValue)") }
    switch row.look {
    case .measured: strip.dot(row.value, y: middle, class: "mean measured")
    case .accepted: strip.diamond(row.value, y: middle, class: "mean accepted")
    case .floor: strip.rule(row.value, class: "floor")
    }
    if row.look == .floor { strip.diamond(row.value, class: "mean floor") }
    if hasScores {
      for score in row.scores { strip.dot(score, radius: 3, y: 26, class: "score \(row.look.rawValue)") }
    }
    return strip
  }
}

extension Strip {
  /// Shades where a claim passes, and where a control misses; and draws the thresholds.
  mutating func mark(_ requirement: Requirement) {
    let met: (Double, Double) =
      switch requirement.bound {
      case .atMost(let value): (-.infinity, value)
      case .atLeast(let value): (value, .infinity)
      case .between(let range): (range.lowerBound, range.upperBound)
      }
    let missed = [(-Double.infinity, met.0), (met.1, Double.infinity)].filter { $0.0 < $0.1 }
    for (start, end) in requirement.isControl ? missed : [met] { band(from: start, to: end, class: "passing") }
    for threshold in requirement.bound.thresholds { rule(threshold, class: "bound") }
  }
}
