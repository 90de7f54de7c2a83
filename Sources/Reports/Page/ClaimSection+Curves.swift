extension ClaimSection {
  /// What changed while training went on.
  var curves: Node {
    guard !claim.curves.isEmpty else { return .nothing }
    let figures = claim.curves.enumerated().map { index, curve -> Node in
      let drawing = curve.chart.figure(title: curve.title)
      return .tag(
        "figure", class: "curve",
        [
          .tag("figcaption", .text(curve.title)), .drawing(drawing, id: "\(id)--curve-\(index + 1)"),
          curve.chart.ends(of: curve.title), curve.chart.points(of: curve.title),
        ])
    }
    return panel("Training", isWide: true, .tag("div", class: "figures", .group(figures)))
  }
}

extension LineChart {
  /// Names the lines, and says where each begins and ends and how low it came.
  fileprivate func ends(of title: String) -> Node {
    guard !series.isEmpty else { return .nothing }
    let rows = series.enumerated().map { index, line -> Node in
      let shown = line.points.map(\.y).filter { !$0.isNaN }
      let values = [line.points.first?.y, shown.min(), shown.max(), line.points.last?.y]
      return .row(
        [.rowHead([Self.key(index), .text(line.name)])]
          + values.map { .number($0.map { NumberText.significant($0) } ?? "none") })
    }
    return .table(
      class: "data ends", caption: .heard("\(title): first, lowest, highest and last value of each line"),
      head: [.columnHead("Line")]
        + ["First", "Lowest", "Highest", "Last"].map { .columnHead(.text($0), class: "number") }, rows: rows)
  }

  /// The line's number and a piece of it.
  private static func key(_ index: Int) -> Node {
    .tag(
      "svg", class: "key", ["viewBox": "0 0 40 10", "width": "40", "height": "10", "aria-hidden": "true"],
      [
        .tag("line", class: "gb-line gb-line\(index % SVG.lineLooks)", ["x1": "0", "y1": "5", "x2": "26", "y2": "5"]),
        .tag("text", ["x": "30", "y": "9"], .text("\(index + 1)")),
      ])
  }

  /// The numbers behind the lines, evenly thinned where there are many.
  fileprivate func points(of title: String) -> Node {
    let places = Set(series.flatMap(\.points).map(\.x).filter { !$0.isNaN }).sorted()
    guard !places.isEmpty else { return .nothing }
    let step = (places.count + Self.mostRows - 1) / Self.mostRows
    let kept = places.indices.filter { (places.count - 1 - $0).isMultiple(of: step) }.map { places[$0] }
    let rows = kept.map { place -> Node in
      .row(
        [.rowHead(.text(NumberText.short(place, digits: 7)), class: "number")]
          + series.map { line in
            .number(line.points.first { $0.x == place }.map { NumberText.significant($0.y) } ?? "")
          })
    }
    let thinned = step > 1 ? ", one point in \(step)" : ""
    let table = Node.table(
      class: "data points", caption: "\(yLabel)\(thinned)",
      head: [.columnHead(.text(xLabel), class: "number")]
        + series.map { .columnHead(.text($0.name), class: "number") }, rows: rows)
    return .tag(
      "details", class: "numbers",
      [.tag("summary", ["Numbers", .heard(" of \(title)")]), .scrolling("Numbers of \(title)", table)])
  }

  private static let mostRows = 25
}
