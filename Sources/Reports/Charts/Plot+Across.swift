extension Plot {
  /// Of rows under one another: only what runs to the right has a scale.
  static func across(_ axis: Axis, left: Int, right: Int, top: Int, bottom: Int) -> Plot {
    Plot(
      axes: (axis, Axis(.linear, covering: [])), left: left, right: right, top: top, bottom: bottom, yLabelAt: left)
  }

  /// Units below `bottom` that the scale takes with its label.
  static let scaleHeight = 46

  /// The scale below, with ticks.
  func drawScale(_ label: String, in drawing: inout SVG) {
    for tick in axes.x.ticks {
      let x = x(tick)
      drawing.line(from: SVG.Point(x: x, y: bottom), to: SVG.Point(x: x, y: bottom + 5), class: "gb-axis")
      drawing.text(NumberText.short(tick), x: x, y: bottom + 20, anchor: .middle, class: "gb-soft")
    }
    drawing.line(from: SVG.Point(x: left, y: bottom), to: SVG.Point(x: right, y: bottom), class: "gb-axis")
    drawing.text(SVG.label(label), x: right, y: bottom + 40, anchor: .end)
  }

  /// Rules from top to bottom, behind what is drawn next.
  func drawRules(in drawing: inout SVG) {
    for tick in axes.x.ticks {
      drawing.line(from: SVG.Point(x: x(tick), y: top), to: SVG.Point(x: x(tick), y: bottom), class: "gb-rule")
    }
  }
}
