extension ThresholdTable {
  /// Wider, a table is no easier to read.
  static let widest = 100

  /// For a terminal or a log: what stands, what wants a decision, what fails, the verdict, where there is more.
  ///
  /// A row a claim; where that would be longer than a screen, rows that are alike are one. Commands to copy are never
  /// broken.
  package func text(width: Int = 100, style: Style = .plain) -> String {
    let width = min(width, Self.widest)
    let alarms = (rows.filter { !$0.mark.isFailing && !$0.reasons.isEmpty } + failing).map {
      $0.alarm(style: style, width: width)
    }
    let (blocks, folding) = standingBlocks(style: style, width: width)
    let closing = closing(folding, style: style, width: width)
    let parts = alarms.isEmpty && blocks.count < 2 ? [blocks.flatMap { $0 } + closing] : blocks + alarms + [closing]
    return ([heading(style: style, width: width)] + parts).filter { !$0.isEmpty }
      .map { $0.map { $0.painted(style) + "\n" }.joined() }
      .joined(separator: "\n")
  }

  /// What a reader must know before the first number.
  private func heading(style: Style, width: Int) -> [Line] {
    guard let changes else { return [] }
    let texts = ["changed: " + Escape.line(changes), Self.withoutBaseline]
    return Line.flow(texts.map { Line($0, .warning) }, separator: style.separator, indent: 2, width: width)
  }

  /// One experiment is read at once, on a terminal of few lines; a suite is scrolled through.
  private func budget(_ experiments: Int) -> Int { experiments == 1 ? 25 : 120 }

  /// The first folding that fits, with a block for each experiment, or one for all of them where only that fits. A single
  /// experiment is never folded into two rows.
  private func standingBlocks(style: Style, width: Int) -> (blocks: [[Line]], folding: Folding) {
    let experiments = Set(standing.map(\.experiment)).count
    guard experiments > 0 else { return ([], .none) }
    let foldings: [Folding] = experiments == 1 ? [.none, .requirement] : Folding.allCases
    var blocks: [[Line]] = []
    for folding in foldings {
      let sections = ThresholdSection.sections(of: standing, folding)
      if folding == .kind {
        let columns = ThresholdColumns(sections, width: width, style: style)
        blocks = [
          [columns.head(profile ?? "", [])] + sections.flatMap { lines(of: $0, columns, folding, style) }
        ]
      } else {
        blocks = sections.map { section in
          lines(of: section, ThresholdColumns([section], width: width, style: style), folding, style)
        }
      }
      let length = blocks.reduce(0) { $0 + $1.count + 1 } + closing(folding, style: style, width: width).count
      if length <= budget(experiments) { return (blocks, folding) }
    }
    return (blocks, foldings[foldings.count - 1])
  }

  private func lines(
    of section: ThresholdSection, _ columns: ThresholdColumns, _ folding: Folding, _ style: Style
  ) -> [Line] {
    var lines = [section.title(profile, style)]
    for (label, entries) in [
      (ThresholdColumns.claims, section.claims), (ThresholdColumns.controls, section.controls),
    ] where !entries.isEmpty {
      if folding != .kind { lines.append(columns.head(label, entries)) }
      lines += entries.flatMap { columns.lines(of: $0, in: section) }
    }
    return lines
  }

  private func closing(_ folding: Folding, style: Style, width: Int) -> [Line] {
    let tint: Tint = rows.isEmpty ? .warning : failing.isEmpty ? .good : .bad
    func flow(_ texts: [String], _ tint: Tint, _ separator: String, indent: Int = 0) -> [Line] {
      guard !texts.isEmpty else { return [] }
      let start = Line(String(repeating: " ", count: indent))
      return Line.flow(texts.map { Line($0, tint) }, after: start, separator: separator, indent: indent, width: width)
    }
    return flow(failing.isEmpty ? remarks : [], .none, "      ", indent: 2)
      + flow([folding.remark].compactMap { $0 } + legend(style), .quiet, style.separator)
      + flow(summary(style).split(separator: style.separator).map(String.init), tint, style.separator)
      + (pointers.isEmpty ? [] : [Line("more: " + pointers.joined(separator: style.separator), .quiet)])
  }
}
