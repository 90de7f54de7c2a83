extension LineChart {
  /// A drawing of 720 × 400 units; each line has its name at its end.
  package func svg(title: String) -> String {
    var drawing = SVG(width: 720, height: 400, title: title, summary: summary)
    let names = series.map { $0.name.shortened(to: Plot.longestName, ellipsis: "…") }
    draw(on: .alone(axes: axes, longestName: names.map(\.columns).max() ?? 0), names: names, in: &drawing)
    return drawing.document
  }

  /// A drawing of 440 × 260 units for a page, which stays readable on a phone; each line has its number at its end, and
  /// the page says which that is.
  func figure(title: String) -> SVG {
    var drawing = SVG.figure(width: 440, height: 260, title: title, summary: summary)
    draw(on: .figure(axes: axes), names: series.indices.map { "\($0 + 1)" }, in: &drawing)
    return drawing
  }

  private func draw(on plot: Plot, names: [String], in drawing: inout SVG) {
    drawAxes(plot, in: &drawing)
    for (index, series) in series.enumerated() {
      draw(series, look: index % SVG.lineLooks, on: plot, in: &drawing)
    }
    drawNames(names, on: plot, in: &drawing)
  }

  private func drawAxes(_ plot: Plot, in drawing: inout SVG) {
    for tick in plot.axes.y.ticks {
      let y = plot.y(tick)
      drawing.line(from: SVG.Point(x: plot.left, y: y), to: SVG.Point(x: plot.right, y: y), class: "gb-rule")
      drawing.text(NumberText.short(tick), x: plot.left - 8, y: y + 4, anchor: .end, class: "gb-soft")
    }
    for tick in plot.axes.x.ticks {
      let x = plot.x(tick)
      drawing.line(
        from: SVG.Point(x: x, y: plot.bottom), to: SVG.Point(x: x, y: plot.bottom + 5), class: "gb-axis")
      drawing.text(NumberText.short(tick), x: x, y: plot.bottom + 20, anchor: .middle, class: "gb-soft")
    }
    drawing.line(
      from: SVG.Point(x: plot.left, y: plot.bottom), to: SVG.Point(x: plot.right, y: plot.bottom), class: "gb-axis")
    drawing.text(yLabel, x: plot.yLabelAt, y: plot.top - 14, class: "gb-text")
    drawing.text(xLabel, x: plot.right, y: plot.bottom + 40, anchor: .end, class: "gb-text")
  }

  private func draw(_ series: Series, look: Int, on plot: Plot, in drawing: inout SVG) {
    let shown = series.points.split { !plot.axes.x.shows($0.x) || !plot.axes.y.shows($0.y) }
    for points in shown {
      let banded = points.split { point in
        point.interval.map { !plot.axes.y.shows($0.lower) || !plot.axes.y.shows($0.upper) } ?? true
      }
      for band in banded where band.count > 1 {
        let outline =
          band.map { plot.point($0.x, $0.interval?.upper ?? $0.y) }
          + band.reversed().map { plot.point($0.x, $0.interval?.lower ?? $0.y) }
        drawing.path(outline, closed: true, class: "gb-band gb-fill\(look)")
      }
      if points.count > 1 {
        drawing.path(points.map { plot.point($0.x, $0.y) }, class: "gb-line gb-line\(look)")
      }
      if points.count == 1, let point = points.first {
        drawing.circle(
          plot.point(point.x, point.y), class: "gb-fill\(look)",
          tip: "\(series.name): \(NumberText.significant(point.y))")
      }
    }
  }

  /// Beside the last point of each line, moved apart where they would cover one another.
  private func drawNames(_ names: [String], on plot: Plot, in drawing: inout SVG) {
    let ends = series.indices.compactMap { index in
      series[index].points.last { plot.axes.x.shows($0.x) && plot.axes.y.shows($0.y) }
        .map { (index: index, y: plot.y($0.y)) }
    }
    let sorted = ends.sorted { ($0.y, $0.index) < ($1.y, $1.index) }
    let places = Plot.spread(sorted.map(\.y), gap: 16, in: plot.top...plot.bottom)
    for (end, y) in zip(sorted, places) {
      drawing.text(
        names[end.index], x: plot.right + 10, y: y + 4,
        class: "gb-strong gb-fill\(end.index % SVG.lineLooks)")
    }
  }
}

/// Where the lines are drawn within the drawing.
struct Plot {
  /// A longer name is cut.
  static let longestName = 24

  let axes: (x: Axis, y: Axis)
  let left: Int
  let right: Int
  let top: Int
  let bottom: Int
  let yLabelAt: Int

  /// Under a title, with names to the right.
  static func alone(axes: (x: Axis, y: Axis), longestName: Int) -> Plot {
    Plot(axes: axes, left: 72, right: 720 - 28 - 8 * longestName, top: 104, bottom: 340, yLabelAt: 24)
  }

  /// With numbers to the right.
  static func figure(axes: (x: Axis, y: Axis)) -> Plot {
    Plot(axes: axes, left: 56, right: 412, top: 32, bottom: 212, yLabelAt: 4)
  }

  func x(_ value: Double) -> Int { left + Int((axes.x.position(value) * Double(right - left)).rounded()) }

  func y(_ value: Double) -> Int { bottom - Int((axes.y.position(value) * Double(bottom - top)).rounded()) }

  func point(_ x: Double, _ y: Double) -> SVG.Point { SVG.Point(x: self.x(x), y: self.y(y)) }

  /// Rising places at least `gap` apart, each as near to its wish as pushing down, then up, leaves it.
  static func spread(_ wishes: [Int], gap: Int, in range: ClosedRange<Int>) -> [Int] {
    var places = wishes
    for index in places.indices.dropFirst() { places[index] = max(places[index], places[index - 1] + gap) }
    guard let last = places.indices.last, places[last] > range.upperBound else { return places }
    places[last] = range.upperBound
    for index in places.indices.dropLast().reversed() {
      places[index] = min(places[index], places[index + 1] - gap)
    }
    return places
  }
}
