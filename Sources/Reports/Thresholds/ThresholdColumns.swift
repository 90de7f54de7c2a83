/// The widths that align the rows of some sections.
struct ThresholdColumns {
  static let claims = "claims"
  static let controls = "controls, which must miss"

  private let width: Int
  private let style: Style
  private let name: Int
  private let mean: Int
  private let interval: Int
  private let requirement: Int

  init(_ sections: [ThresholdSection], width: Int, style: Style) {
    let rows = sections.flatMap { section in section.entries.map { (entry: $0, section: section) } }
    func widest(_ text: (ThresholdRow) -> String) -> Int { rows.map { text($0.entry.row).columns }.max() ?? 0 }
    mean = widest { $0.estimate.texts(as: $0.scale).mean }
    interval = widest { $0.estimate.texts(as: $0.scale).interval }
    requirement = max("required".columns, widest { $0.requirement.bound.text(as: $0.scale) })
    let tail = rows.map { Self.tail(of: $0.entry.row, in: $0.section).columns }.max() ?? 0
    // What the other columns leave; a longer name goes on a line of its own rather than push all others aside.
    let room = width - 2 - mean - interval - requirement - tail - 7
    name = max(Self.controls.columns, min(rows.map { $0.entry.name.columns }.max() ?? 0, room))
    (self.width, self.style) = (width, style)
  }

  /// `claims` and what stands in the columns.
  func head(_ label: String, _ entries: [ThresholdEntry]) -> Line {
    var line = Line("  " + label.padded(to: name), .quiet)
    line.append("  " + "measured".padded(to: mean + 1 + interval) + "  " + "required".padded(to: requirement), .quiet)
    if entries.contains(where: { $0.row.hardestTrivial != nil }) { line.append("  trivial", .quiet) }
    return line
  }

  /// One line, or two where the name or all of it is too long.
  func lines(of entry: ThresholdEntry, in section: ThresholdSection) -> [Line] {
    let row = entry.row
    var start = Line("\(row.mark.symbol(style)) ", row.mark.tint)
    start.append(entry.name.padded(to: name))
    let texts = row.estimate.texts(as: row.scale)
    var numbers = Line("  ")
    numbers.append(texts.mean.padded(to: mean), .strong)
    numbers.append(" " + texts.interval.padded(to: interval))
    numbers.append("  " + row.requirement.bound.text(as: row.scale).padded(to: requirement))
    numbers.append("  " + Self.tail(of: row, in: section), .quiet)
    guard start.width > name + 2 else {
      start.append(numbers)
      return [start]
    }
    var second = Line(String(repeating: " ", count: name + 2))
    second.append(numbers)
    return Line.flow([start], separator: "", indent: 4, width: width) + [second]
  }

  /// Last comes the score that a claim must beat, and the metric where it is not the title's.
  private static func tail(of row: ThresholdRow, in section: ThresholdSection) -> String {
    let trivial = row.hardestTrivial.map(row.scale.text)
    let metric = row.metric == section.metric ? nil : Escape.line(row.metric)
    return [trivial, metric].compactMap { $0 }.joined(separator: "  ")
  }
}
