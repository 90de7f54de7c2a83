extension Histogram {
  /// A bar for each bin, in at most `width` columns; the count and its share stand before the bar.
  package func text(width: Int = 80, style: Style = .plain) -> String {
    let rows = rows
    let counts = rows.map { NumberText.count($0.count) }
    let shares = rows.map { NumberText.percent(share(of: $0)) }
    let labelWidth = rows.map(\.label.columns).max() ?? 0
    let countWidth = counts.map(\.columns).max() ?? 0
    let shareWidth = shares.map(\.columns).max() ?? 0
    let room = max(8, width - labelWidth - countWidth - shareWidth - 6)
    let largest = max(1, rows.map(\.count).max() ?? 1)
    return rows.indices.map { index in
      let row = rows[index]
      let tint: Tint = row.isOutside ? .warning : .none
      var line = Line(row.label.paddedLeft(to: labelWidth) + "  ", tint)
      line.append(counts[index].paddedLeft(to: countWidth) + "  ", row.count == 0 ? .quiet : .none)
      line.append(shares[index].paddedLeft(to: shareWidth) + "  ", .quiet)
      line.append(style.bar(Double(row.count) / Double(largest) * Double(room)), row.isOutside ? .warning : .command)
      return line.painted(style) + "\n"
    }.joined()
  }
}
