extension Raster {
  /// A drawing of 720 units: a row of ticks for each row, below a strip that counts them.
  package func svg(title: String) -> String { drawing(.file, title: title).document }

  /// A drawing for a page, as wide as its names need.
  func figure(title: String) -> SVG { drawing(.page, title: title) }

  private static let rowHeight = 18
  private static let stripHeight = 48
  private static let stripName = "rows at once"

  private func drawing(_ setting: SVG.Setting, title: String) -> SVG {
    let names = rows.map { SVG.label($0.name) }
    let left = 24 + ((names + [Self.stripName]).map { SVG.room(for: $0) }.max() ?? 0) + 8
    let right = max(setting.width - 32, left + 200)
    let stripTop = setting.top + 8
    let top = stripTop + Self.stripHeight + 12
    let bottom = top + Self.rowHeight * rows.count
    let axis = Axis(.linear, covering: [Double(steps.lowerBound), Double(steps.upperBound)])
    let plot = Plot.across(axis, left: left, right: right, top: top, bottom: bottom)
    var drawing = SVG.chart(
      setting, width: right + 32, height: bottom + Plot.scaleHeight, title: title, summary: summary)
    drawStrip(top: stripTop, on: plot, in: &drawing)
    for (index, row) in rows.enumerated() {
      let y = top + Self.rowHeight * index
      let middle = y + Self.rowHeight / 2
      drawing.text(names[index], x: left - 8, y: y + 13, anchor: .end)
      drawing.line(from: SVG.Point(x: left, y: middle), to: SVG.Point(x: right, y: middle), class: "gb-rule")
      let ticks = places(row.peaks, on: plot).map { (SVG.Point(x: $0, y: y + 3), SVG.Point(x: $0, y: y + 15)) }
      drawing.strokes(ticks, class: "gb-wall")
    }
    plot.drawScale(xLabel, in: &drawing)
    return drawing
  }

  /// Rising, each once: a tick covers one at the same place.
  private func places(_ peaks: [Int], on plot: Plot) -> [Int] {
    peaks.reduce(into: []) { places, peak in
      let place = plot.x(Double(peak))
      if places.last != place { places.append(place) }
    }
  }

  /// As high as all rows together; of the steps at one place the largest count is seen.
  private func drawStrip(top: Int, on plot: Plot, in drawing: inout SVG) {
    let bottom = top + Self.stripHeight
    drawing.text(Self.stripName, x: plot.left - 8, y: top + Self.stripHeight / 2 + 4, anchor: .end, class: "gb-strong")
    for (rows, y) in [(rows.count, top), (0, bottom)] {
      drawing.line(from: SVG.Point(x: plot.left, y: y), to: SVG.Point(x: plot.right, y: y), class: "gb-rule")
      drawing.text(NumberText.count(rows), x: plot.right + 6, y: y + 4, class: "gb-soft")
    }
    drawing.strokes(
      together.map { count in
        let (x, height) = (plot.x(Double(count.step)), Self.stripHeight * count.rows / rows.count)
        return (SVG.Point(x: x, y: bottom), SVG.Point(x: x, y: bottom - height))
      }, class: "gb-line gb-line0")
  }
}
