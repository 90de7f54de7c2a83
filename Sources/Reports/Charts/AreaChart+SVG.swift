extension AreaChart {
  /// A drawing of 720 units.
  package func svg(title: String) -> String { drawing(.file, title: title).document }

  /// A drawing of 440 units for a page.
  func figure(title: String) -> SVG { drawing(.page, title: title) }

  private func drawing(_ setting: SVG.Setting, title: String) -> SVG {
    let (left, right) = (56, setting.width - (curve == nil ? 24 : 64))
    let legend = legend(width: setting.width - left - 24)
    let top = setting.top + legend.height + 16
    let bottom = top + (setting == .file ? 240 : 180)
    var drawing = SVG.chart(
      setting, width: setting.width, height: bottom + Plot.scaleHeight, title: title, summary: summary)
    legend.draw(left: left, top: setting.top, in: &drawing)
    windowed.draw(left: left, right: right, top: top, bottom: bottom, in: &drawing)
    return drawing
  }

  private func legend(width: Int) -> Legend {
    let line = curve.map { Legend.Entry(name: $0.name, look: "gb-frame", isLine: true) }
    return Legend(
      bands.map { Legend.Entry(name: $0.name, look: $0.tone.look) } + [line].compactMap { $0 }, width: width)
  }

  private func draw(left: Int, right: Int, top: Int, bottom: Int, in drawing: inout SVG) {
    let axes = axes
    func plot(_ y: Axis) -> Plot {
      Plot(axes: (axes.x, y), left: left, right: right, top: top, bottom: bottom, yLabelAt: left)
    }
    let shares = plot(Axis(.linear, covering: [0, 1]))
    for tick in shares.axes.y.ticks {
      let y = shares.y(tick)
      drawing.line(from: SVG.Point(x: left, y: y), to: SVG.Point(x: right, y: y), class: "gb-rule")
      drawing.text("\(NumberText.short(tick * 100)) %", x: left - 8, y: y + 4, anchor: .end, class: "gb-soft")
    }
    drawBands(on: shares, in: &drawing)
    shares.drawScale(xLabel, in: &drawing)
    if let curve, let axis = axes.curve { draw(curve, on: plot(axis), in: &drawing) }
  }

  private func drawBands(on plot: Plot, in drawing: inout SVG) {
    guard !x.isEmpty else { return }
    var floor = Array(repeating: 0.0, count: x.count)
    for band in bands where band.shares.contains(where: { $0 > 0 }) {
      let ceiling = zip(floor, band.shares).map { min(1, $0 + $1) }
      let edge = points(ceiling, on: plot)
      drawing.path(edge + points(floor, on: plot).reversed(), closed: true, class: band.tone.look)
      // A pale edge tells bands apart that are equally dark.
      drawing.path(edge, class: "gb-line gb-rule")
      floor = ceiling
    }
  }

  /// An area needs some width, also where there is one place only.
  private func points(_ heights: [Double], on plot: Plot) -> [SVG.Point] {
    let points = zip(x, heights).map { plot.point($0, $1) }
    guard points.count == 1 else { return points }
    return [-6, 6].map { SVG.Point(x: points[0].x + $0, y: points[0].y) }
  }

  private func draw(_ curve: Curve, on plot: Plot, in drawing: inout SVG) {
    for tick in plot.axes.y.ticks {
      let y = plot.y(tick)
      drawing.line(from: SVG.Point(x: plot.right, y: y), to: SVG.Point(x: plot.right + 5, y: y), class: "gb-axis")
      drawing.text(NumberText.short(tick), x: plot.right + 9, y: y + 4, class: "gb-soft")
    }
    for run in x.indices.split(whereSeparator: { !plot.axes.y.shows(curve.values[$0]) }) {
      let points = run.map { plot.point(x[$0], curve.values[$0]) }
      guard points.count > 1 else {
        drawing.circle(
          points[0], class: "gb-frame", tip: "\(curve.name): \(NumberText.significant(curve.values[run.startIndex]))")
        continue
      }
      // Paper around the ink: it has to be seen on every band.
      let halo =
        points.map { SVG.Point(x: $0.x, y: $0.y - 3) } + points.reversed().map { SVG.Point(x: $0.x, y: $0.y + 3) }
      drawing.path(halo, closed: true, class: "gb-paper")
      drawing.path(points, class: "gb-frame")
    }
  }
}
