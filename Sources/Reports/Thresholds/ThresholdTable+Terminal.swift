extension ThresholdTable {
  /// For a terminal or a log of `width` columns: what stands, what fails, the legend, the summary.
  ///
  /// Columns are aligned over all rows. Lines break between columns or items, so they stay aligned when it is narrow.
  /// Commands to copy are never broken.
  package func text(width: Int = 120, style: Style = .plain) -> String {
    let columns = ThresholdColumns(rows, style: style)
    func block(_ rows: [ThresholdRow]) -> [Line] {
      rows.flatMap { row in
        Line.flow(columns.chunks(of: row), separator: "   ", indent: 4, width: width)
          + row.details(style: style, width: width)
      }
    }
    var blocks = [block(standing)]
    // Failing claims have several lines each, so air between them.
    blocks += failing.map { block([$0]) }
    blocks.append(closing(style: style, width: width))
    return blocks.filter { !$0.isEmpty }
      .map { $0.map { $0.painted(style) + "\n" }.joined() }
      .joined(separator: "\n")
  }

  private func closing(style: Style, width: Int) -> [Line] {
    let legend = legend(style).map { Line($0, .quiet) }
    let tint: Tint = rows.isEmpty ? .warning : failing.isEmpty ? .good : .bad
    let summary = summary(style).split(separator: style.separator).map { Line(String($0), tint) }
    return (legend.isEmpty ? [] : Line.flow(legend, separator: style.separator, indent: 0, width: width))
      + Line.flow(summary, separator: style.separator, indent: 0, width: width)
  }
}

extension ThresholdRow {
  /// The lines under the first: all of them where it failed or wants a decision, else the change, slices and remarks.
  func details(style: Style, width: Int) -> [Line] {
    func labelled(_ label: String, _ items: [String], tint: Tint = .none) -> [Line] {
      guard !items.isEmpty else { return [] }
      return Line.flow(
        items.map { Line($0, tint) }, after: Line("  " + label.padded(to: 7), .quiet), separator: style.separator,
        indent: 9, width: width)
    }
    var lines: [Line] = []
    for (index, reason) in reasons.enumerated() {
      let label = index > 0 ? "" : mark.isFailing ? "why" : "note"
      lines += labelled(label, [Escape.line(reason)], tint: mark.tint)
    }
    if mark.isFailing || mark == .improved {
      lines += labelled(change == nil ? "checks" : "change", facts)
    } else if let change {
      lines += labelled("change", change.facts)
    }
    if mark.isFailing, let repeats { lines += labelled("repeat", repeats.sizeTexts) }
    lines += labelled("slices", sliceFacts)
    lines += labelled("stages", companions.map(\.text))
    if mark.isFailing {
      var line = Line("  rerun: ", .quiet)
      line.append(Escape.line(rerun), .command)
      lines.append(line)
    }
    return lines
  }
}
