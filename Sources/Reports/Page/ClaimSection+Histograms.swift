extension ClaimSection {
  /// How many examples have how large a loss.
  var losses: Node {
    guard let losses = claim.losses else { return .nothing }
    let rows = losses.rows
    let largest = Double(rows.map(\.count).max() ?? 0)
    let axis = Axis(.linear, covering: [0, max(1, largest)])
    let lines = rows.map { bin in
      var strip = Strip(axis, height: 18)
      if bin.count > 0 { strip.bar(Double(bin.count), class: bin.isOutside ? "bar odd" : "bar") }
      return Node.row([
        .rowHead(.text(bin.label), class: "number"), .number(NumberText.count(bin.count)),
        .number(NumberText.percent(losses.share(of: bin))), .cell(strip.node, class: "drawn"),
      ])
    }
    return panel(
      "Loss of each example",
      .table(
        class: "data histogram", caption: .text(losses.summary),
        head: [
          .columnHead("Loss", class: "number"), .columnHead("Examples", class: "number"),
          .columnHead("Share", class: "number"), .columnHead(.heard("Drawn")),
        ], rows: lines))
  }

  /// Which true value was answered how.
  var answers: Node {
    guard let answers = claim.answers else { return .nothing }
    let columns = answers.columns
    let name = "True value and answer"
    let groups = Node.row([
      .tag("td"), .tag("th", class: "over", ["scope": "colgroup", "colspan": "\(columns.count)"], "answered"),
      .tag("td"),
    ])
    let labels = Node.row(
      [.columnHead("true", class: "number")] + columns.map { .columnHead(.text($0.label)) }
        + [.columnHead("total", class: "number")])
    let rows = answers.trueValues.enumerated().map { index, value in
      Node.row(
        [.rowHead("\(value)", class: "number")] + columns.map { answers.cell(row: index, column: $0) }
          + [.number(NumberText.count(answers.rows[index].total))])
    }
    let table = Node.tag(
      "table", class: "heat",
      [
        .tag("caption", .text(answers.summary)), .tag("thead", [groups, labels]), .tag("tbody", .group(rows)),
      ])
    return panel(name, isWide: columns.count > 12, [.scrolling(name, table), HeatMap.legend])
  }
}

extension HeatMap {
  /// Upper ends of the shades, as shares of the row.
  private static let shades = [0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 1]

  fileprivate func cell(row: Int, column: Column) -> Node {
    let count = count(row: row, column: column)
    let share = share(row: row, column: column)
    // The share can exceed no shade: the last one is 1.
    let shade = count == 0 ? 0 : 1 + (Self.shades.firstIndex { share <= $0 } ?? Self.shades.count - 1)
    let isRight = isRight(row: row, column: column)
    let kinds = [shade == 0 ? nil : "h\(shade)", isRight ? "right" : nil].compactMap { $0 }
    return .cell(
      count == 0 ? .nothing : .text(NumberText.compactCount(count)),
      class: kinds.isEmpty ? nil : kinds.joined(separator: " "))
  }

  fileprivate static var legend: Node {
    let steps = shades.indices.map { index -> Node in
      .tag("li", class: "h\(index + 1)", "≤ \(NumberText.short(shades[index] * 100)) %")
    }
    return .tag(
      "ul", class: "legend", ["aria-label": "Shades by share of the row"],
      [.group(steps), .tag("li", class: "right", "right")])
  }
}
