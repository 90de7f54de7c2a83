extension BarChart {
  /// A drawing of at least 720 units: a row for each bar, with its number at the right.
  package func svg(title: String) -> String { drawing(.file, title: title).document }

  /// A drawing for a page, as wide as its names need.
  func figure(title: String) -> SVG { drawing(.page, title: title) }

  private static let rowHeight = 18

  private func drawing(_ setting: SVG.Setting, title: String) -> SVG {
    let rows = rows
    let columns = Columns(self, rows: rows)
    let right = max(setting.width - columns.after, columns.left + 240)
    let legend = Legend.signs(below: "below 0: helps", above: "above 0: hurts", width: right - 24)
    let top = setting.top + legend.height + 8
    let gap = series.count > 1 ? 8 : 2
    let bottom = top + Self.rowHeight * rows.count + gap * categories.count
    let plot = Plot.across(axis, left: columns.left, right: right, top: top, bottom: bottom)
    var drawing = SVG.chart(
      setting, width: right + columns.after, height: bottom + Plot.scaleHeight, title: title, summary: summary)
    legend.draw(left: 24, top: setting.top, in: &drawing)
    plot.drawRules(in: &drawing)
    for (index, row) in rows.enumerated() {
      let y = top + Self.rowHeight * index + gap * (index / series.count)
      draw(row, y: y, on: plot, in: &drawing)
      drawing.text(columns.numbers[index], x: right + columns.after - 16, y: y + 13, anchor: .end, class: "gb-soft")
    }
    plot.drawScale(valueLabel, in: &drawing)
    let zero = plot.x(0)
    drawing.line(from: SVG.Point(x: zero, y: top), to: SVG.Point(x: zero, y: bottom), class: "gb-axis")
    return drawing
  }

  private func draw(_ row: Row, y: Int, on plot: Plot, in drawing: inout SVG) {
    if row.isFirst { drawing.text(SVG.label(row.category), x: 24, y: y + 13, class: "gb-strong") }
    if series.count > 1 {
      drawing.text(SVG.label(row.series), x: plot.left - 8, y: y + 13, anchor: .end, class: "gb-soft")
    }
    let (zero, end) = (plot.x(0), plot.x(row.bar.value))
    if row.bar.value != 0 {
      // What is there is seen.
      let width = max(1, abs(end - zero))
      drawing.rectangle(
        x: row.bar.value < 0 ? zero - width : zero, y: y + 2, width: width, height: Self.rowHeight - 4,
        class: Tone(of: row.bar.value).look, tip: row.tip)
    }
    if let interval = row.bar.interval {
      let middle = y + Self.rowHeight / 2
      let ends = [plot.x(interval.lower), plot.x(interval.upper)]
      let caps = ends.map { (SVG.Point(x: $0, y: middle - 3), SVG.Point(x: $0, y: middle + 3)) }
      drawing.strokes(
        [(SVG.Point(x: ends[0], y: middle), SVG.Point(x: ends[1], y: middle))] + caps, class: "gb-frame")
    }
  }
}

/// What stands beside the bars.
private struct Columns {
  /// One for each row.
  let numbers: [String]
  /// Units before the bars: the names.
  let left: Int
  /// Units behind the bars: the numbers.
  let after: Int

  init(_ chart: BarChart, rows: [BarChart.Row]) {
    numbers = NumberText.aligned(rows.map(\.bar.value))
    func room(_ names: [String]) -> Int { names.map { SVG.room(for: $0) }.max() ?? 0 }
    let series = chart.series.count > 1 ? room(chart.series.map { SVG.label($0.name) }) : 0
    left = 24 + room(chart.categories.map(SVG.label)) + 8 + series + (series > 0 ? 8 : 0)
    after = 16 + max(24, room(numbers)) + 16
  }
}
