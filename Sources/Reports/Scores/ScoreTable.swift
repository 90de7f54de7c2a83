/// Scores without a verdict: a row a slice or trivial predictor, a column a metric.
package struct ScoreTable: Equatable, Sendable {
  package struct Row: Equatable, Sendable {
    package var name: String
    /// How many examples, all replicates together; nil for what is no slice.
    package var count: Int?
    /// By metric.
    package var estimates: [Estimate]

    package init(_ name: String, count: Int?, _ estimates: [Estimate]) {
      (self.name, self.count, self.estimates) = (name, count, estimates)
    }
  }

  package struct Metric: Equatable, Sendable {
    package var name: String
    package var scale: Scale

    package init(_ name: String, _ scale: Scale) { (self.name, self.scale) = (name, scale) }
  }

  package var metrics: [Metric]
  package var rows: [Row]

  package init(metrics: [Metric], rows: [Row]) {
    for row in rows {
      precondition(
        row.estimates.count == metrics.count,
        "\(row.name) has \(row.estimates.count) scores of \(metrics.count) metrics")
    }
    self.metrics = metrics
    self.rows = rows
  }
}

extension ScoreTable {
  private var heading: [String] { ["", "examples"] + metrics.map(\.name) }

  private var cells: [[String]] {
    rows.map { row in
      [Escape.line(row.name), row.count.map(NumberText.count) ?? ""]
        + zip(row.estimates, metrics).map { estimate, metric in
          let texts = estimate.texts(as: metric.scale)
          return texts.interval.isEmpty ? texts.mean : "\(texts.mean) \(texts.interval)"
        }
    }
  }

  /// A heading and a line a row, numbers to the right.
  package var markdown: String {
    let rule = heading.indices.map { $0 == 0 ? ":--" : "--:" }
    let lines = [heading, rule] + cells.map { $0.map(Escape.markdown) }
    return lines.map { "| \($0.joined(separator: " | ")) |\n" }.joined()
  }

  /// A heading and a line a row, columns aligned, a line break after each.
  package func text(style: Style = .plain) -> String {
    let (heading, cells) = (heading, cells)
    let widths = heading.indices.map { column in ([heading] + cells).map { $0[column].columns }.max()! }
    func line(_ cells: [String], _ tint: Tint) -> String {
      var line = Line()
      for (column, cell) in cells.enumerated() {
        if column > 0 { line.append("   ") }
        // Counts stand under each other by their last digit.
        line.append(column == 1 ? cell.paddedLeft(to: widths[1]) : cell.padded(to: widths[column]), tint)
      }
      return line.painted(style) + "\n"
    }
    return line(heading, .quiet) + cells.map { line($0, .none) }.joined()
  }
}
