extension LineChart {
  /// A sparkline for each series, in at most `width` columns, with its first and last value; all share one scale.
  ///
  /// `!` stands where a value has no place on the axis, so that a diverged loss is seen.
  package func text(width: Int = 80, style: Style = .plain) -> String {
    let axes = axes
    let names = series.map { Escape.line($0.name).shortened(to: max(8, width / 4), ellipsis: style.ellipsis) }
    let firsts = series.map { $0.points.first.map { NumberText.significant($0.y) } ?? "" }
    let lasts = series.map { $0.points.last.map { NumberText.significant($0.y) } ?? "" }
    let nameWidth = names.map(\.columns).max() ?? 0
    let firstWidth = firsts.map(\.columns).max() ?? 0
    let lastWidth = lasts.map(\.columns).max() ?? 0
    let room = max(8, width - nameWidth - firstWidth - lastWidth - 4)
    var lines = series.indices.map { index in
      var line = Line(names[index].padded(to: nameWidth) + "  ", .strong)
      line.append(firsts[index].paddedLeft(to: firstWidth) + " ", .quiet)
      line.append(sparkline(series[index], axis: axes.y, columns: room, style: style), .command)
      line.append(" " + lasts[index].paddedLeft(to: lastWidth))
      return line
    }
    lines += Line.flow(
      Escape.line(summary).split(separator: " ").map { Line(String($0), .quiet) }, separator: " ", indent: 0,
      width: width)
    return lines.map { $0.painted(style) + "\n" }.joined()
  }

  /// A column is the mean of its share of the points, taken where they stand on the axis.
  private func sparkline(_ series: Series, axis: Axis, columns: Int, style: Style) -> String {
    let points = series.points
    let count = min(columns, points.count)
    let heights = style.heights
    var text = ""
    for column in 0..<count {
      let values = points[(column * points.count / count)..<((column + 1) * points.count / count)].map(\.y)
      guard values.allSatisfy(axis.shows) else {
        text.append("!")
        continue
      }
      let place = values.reduce(0) { $0 + axis.position($1) } / Double(values.count)
      text.append(heights[min(heights.count - 1, max(0, Int(place * Double(heights.count))))])
    }
    return text
  }
}
