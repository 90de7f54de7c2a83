extension ComparisonReport {
  /// For a terminal or a log of `width` columns.
  package func text(width: Int = 120, style: Style = .plain) -> String {
    func lines(_ text: String, _ tint: Tint) -> [Line] {
      Line.flow([Line(text, tint)], separator: "", indent: 2, width: width)
    }
    let sides = [("base", base), ("head", head)]
    var blocks = [sides.flatMap { lines("\($0)  \($1.line(style.separator))", .quiet) }]
    // What says nothing but "the same" stands in one block, the others have air between them.
    let claims = worstLast
    blocks.append(claims.filter { $0.standing == .sameBits }.flatMap { $0.lines(width: width, style: style) })
    blocks += claims.filter { $0.standing != .sameBits }.map { $0.lines(width: width, style: style) }
    let missing = [("only in base: ", onlyInBase), ("only in head: ", onlyInHead)]
    blocks.append(missing.flatMap { label, names in names.flatMap { lines("\(label)\($0)", .warning) } })
    var closing = Line.flow(
      legend.map { Line($0, .quiet) }, separator: style.separator, indent: 0, width: width)
    closing += lines(summary, isWorse ? .bad : .good)
    blocks.append(closing)
    return blocks.filter { !$0.isEmpty }
      .map { $0.map { $0.painted(style) + "\n" }.joined() }
      .joined(separator: "\n")
  }

  var legend: [String] {
    let marks = Standing.allCases.filter { standing in
      claims.contains { $0.standing == standing || $0.slices.contains { $0.standing == standing } }
    }.map { "\($0.symbol) \($0.meaning)" }
    return marks + (shareRule.map { [$0] } ?? [])
  }
}

extension ClaimComparison {
  fileprivate func lines(width: Int, style: Style) -> [Line] {
    var title = Line("\(standing.symbol) ", standing.tint)
    title.append(Escape.line(name.experiment), .strong)
    title.append("  " + Escape.line(name.subject))
    var chunks = [title, Line("\(Escape.line(metric)) \(measured)")]
    if let verdicts { chunks.append(Line(verdicts, failsNow ? .bad : .good)) }
    var lines = Line.flow(chunks, separator: "   ", indent: 4, width: width)
    func labelled(_ label: String, _ items: [String]) {
      guard !items.isEmpty else { return }
      lines += Line.flow(
        items.map { Line($0) }, after: Line("  " + label.padded(to: 8), .quiet), separator: style.separator, indent: 10,
        width: width)
    }
    labelled("change", changeFacts)
    for (index, note) in notes.enumerated() { labelled(index == 0 ? "note" : "", [Escape.line(note)]) }
    labelled("slices", sliceFacts)
    labelled("losses", lossFacts)
    labelled("answers", answerFacts)
    return lines
  }
}
